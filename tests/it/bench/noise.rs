//! Synthetic noise with a known ratio, as machines make it: luck with memory that is rolled for each visit and variant, a
//! machine that slows down, a core that is taken away for a while, and a heavy tail of slow frames.

use std::num::NonZero;
use std::time::{Duration, SystemTime};

use leveret::app::{FrameRecord, Stages};
use leveret::bench::{
    self, Baseline, BenchFrame, BenchPlan, COURSE, Comparison, Course, Difference, Estimate, FrameKind, Interval,
    Length, MIN_VISITS, Measured, RunEnding, SpeedVerdict, SplitMix, Visit, Work, ZoomSweep, next_target,
};
use leveret::look::{Cache, Hints};
use leveret::raster::{Painted, PainterKind};

/// A number from 0 to 1.
fn uniform(random: &mut SplitMix) -> f64 {
    (random.bits() >> 11) as f64 / (1u64 << 53) as f64
}

/// A number of the standard normal distribution (Box and Muller).
fn normal(random: &mut SplitMix) -> f64 {
    let (radius, angle) = (uniform(random).max(1e-300), uniform(random));
    (-2.0 * radius.ln()).sqrt() * (angle * std::f64::consts::TAU).cos()
}

/// The standard deviation of the luck of one variant in one visit.
const LUCK: f64 = 0.012;

/// A visit of the base, its control, and a variant that takes `truth` times as long.
fn visit(random: &mut SplitMix, number: u32, truth: f64) -> Visit {
    let slowing = 1.0 + 0.01 * f64::from(number) + 0.1 * uniform(random);
    let luck = [1.0, 1.0, truth].map(|scale| scale * (LUCK * normal(random)).exp());
    let lost_from = random.below(3 * COURSE as usize);
    let mut courses = [0, 1, 2].map(|variant| Course { variant, frames: Vec::new() });
    for frame in 0..COURSE {
        // A core is lost for five frames of some visits, for all variants alike.
        let lost = (lost_from..lost_from + 5).contains(&(frame as usize));
        let moment = slowing * if lost { 1.8 } else { 1.0 } * (1.0 + 0.1 * uniform(random));
        for (course, luck) in courses.iter_mut().zip(luck) {
            let tail = -uniform(random).max(1e-12).ln() * 0.03;
            let spike = if uniform(random) < 0.02 { 3.0 } else { 1.0 };
            course.frames.push(steady(frame, 0.002 * moment * luck * (1.0 + tail) * spike));
        }
    }
    let baseline = Baseline {
        memcpy: Duration::from_millis(1),
        memset: Duration::from_millis(1),
        memset_by_all: Duration::from_millis(1),
    };
    Visit::new(0, number, Duration::ZERO, courses.into(), baseline)
}

/// The visit as if its courses had gone in another way.
fn with_courses(visit: Visit, mut change: impl FnMut(&mut Course)) -> Visit {
    let Visit { zoom, number, at, mut courses, baseline, .. } = visit;
    courses.iter_mut().for_each(&mut change);
    Visit::new(zoom, number, at, courses, baseline)
}

fn steady(number: u32, seconds: f64) -> BenchFrame {
    let times = Stages { paint: Duration::from_secs_f64(seconds), ..Stages::default() };
    let record = FrameRecord { zoom: Some(48), hints: Hints::default(), times, painted: Painted::default() };
    BenchFrame { lap: 0, number, kind: FrameKind::Steady, hash: None, record, cpu: None, present: None }
}

/// A run without visits, of one zoom and one set of hints beside the base.
fn nothing_measured() -> Measured {
    let hints = |name: &str| (name.to_owned(), Hints::default());
    let plan = BenchPlan {
        level: "noise".to_owned(),
        lead: 0,
        zooms: vec![48],
        variants: bench::sets(["one", "other"].map(hints)),
        size: (1, 1),
        painter: PainterKind::Fast,
        threads: NonZero::<usize>::MIN,
        length: Length::Time(Duration::MAX),
        presenter: None,
    };
    let same = Difference { changed: 0.0, largest_step: 0, psnr: None };
    let comparison = Comparison { zoom: 0, variant: 2, work: Work::Other, board: same, bars: same, crops: None };
    Measured {
        plan,
        started: SystemTime::UNIX_EPOCH,
        took: Duration::ZERO,
        ending: RunEnding::Complete,
        visits: Vec::new(),
        comparisons: vec![comparison],
        sweeps: Vec::new(),
        paced: Vec::new(),
        recording: Duration::ZERO,
    }
}

/// Visits of a whole run to one of nine zooms: as the program decides, but no more than four minutes have room for.
const MOST_VISITS: usize = 2 * MIN_VISITS;

/// The intervals of many runs, of the variant and of the control. Each run goes on as the program would.
fn intervals(trials: u64, truth: f64) -> Vec<[Interval; 2]> {
    let mut random = SplitMix(7);
    let run = |_| {
        let mut measured = nothing_measured();
        while measured.visits.len() < MOST_VISITS && next_target(&measured, None).is_some() {
            let number = measured.visits.len() as u32;
            measured.visits.push(visit(&mut random, number, truth));
        }
        [2, 1].map(|variant| {
            let logs: Vec<f64> = measured.visits.iter().filter_map(|visit| visit.log_ratio(variant)).collect();
            Estimate::of(&logs).expect("there are visits").interval()
        })
    };
    (0..trials).map(run).collect()
}

fn verdicts(intervals: &[[Interval; 2]], which: usize) -> Vec<SpeedVerdict> {
    intervals.iter().map(|pair| SpeedVerdict::of(pair[which])).collect()
}

#[test]
fn the_interval_contains_the_true_ratio_in_95_of_100_runs() {
    for truth in [1.0, 1.05, 1.8] {
        let intervals = intervals(3000, truth);
        let containing =
            intervals.iter().filter(|[interval, _]| interval.low <= truth && truth <= interval.high).count();
        let share = containing as f64 / intervals.len() as f64;
        assert!((0.93..=0.97).contains(&share), "{share} of the intervals contain {truth}");
    }
}

#[test]
fn what_is_equal_is_rarely_called_different() {
    let intervals = intervals(1000, 1.0);
    for which in [0, 1] {
        let different = verdicts(&intervals, which).iter().filter(|verdict| verdict.is_difference()).count();
        assert!(different <= 50, "{different} of 1000 were called different");
    }
    let even = verdicts(&intervals, 0).iter().filter(|verdict| **verdict == SpeedVerdict::NoDifference).count();
    assert!(even >= 800, "only {even} of 1000 were said to be equal");
}

#[test]
fn a_difference_of_five_percent_is_found() {
    let found = |truth: f64, verdict: SpeedVerdict| {
        let verdicts = verdicts(&intervals(1000, truth), 0);
        verdicts.iter().filter(|found| **found == verdict).count()
    };
    let (slower, faster) = (found(1.05, SpeedVerdict::Slower), found(1.0 / 1.05, SpeedVerdict::Faster));
    assert!(slower >= 950 && faster >= 950, "{slower} and {faster} of 1000");
}

/// What slows the machine for a while slows all variants of a frame, and cancels out.
#[test]
fn a_lost_core_changes_no_ratio() {
    let mut random = SplitMix(3);
    let visit = visit(&mut random, 0, 1.5);
    let before = visit.log_ratio(2).expect("a ratio");
    let slowed = with_courses(visit, |course| {
        course.frames.iter_mut().take(10).for_each(|frame| frame.record.times.paint *= 4);
    });
    let after = slowed.log_ratio(2).expect("a ratio");
    assert!((before - after).abs() < 1e-6, "{before} and {after}");
}

#[test]
fn a_run_goes_on_until_every_ratio_is_precise() {
    let mut measured = nothing_measured();
    let mut random = SplitMix(1);
    let wanted = |measured: &Measured| next_target(measured, None).map(|target| target.variants);
    for number in 0..MIN_VISITS as u32 {
        assert_eq!(wanted(&measured), Some(vec![2]));
        measured.visits.push(visit(&mut random, number, 1.03));
    }
    assert_eq!(wanted(&measured), Some(vec![2]), "a ratio of 1.03 is undecided after so few");
    while wanted(&measured).is_some() && measured.visits.len() < 1000 {
        let number = measured.visits.len() as u32;
        measured.visits.push(visit(&mut random, number, 1.03));
    }
    let logs: Vec<f64> = measured.visits.iter().filter_map(|visit| visit.log_ratio(2)).collect();
    let estimate = Estimate::of(&logs).expect("there are visits");
    assert!(estimate.half_width() <= 0.01 && SpeedVerdict::of(estimate.interval()) != SpeedVerdict::Undecided);
    assert_eq!(next_target(&measured, Some(MIN_VISITS)), None, "a fixed number of visits is enough");
}

fn nothing_measured_at_two_zooms() -> Measured {
    let mut measured = nothing_measured();
    measured.plan.zooms.push(96);
    let other = Comparison { zoom: 1, ..measured.comparisons[0].clone() };
    measured.comparisons.push(other);
    measured
}

/// A ratio of 1.02 stays undecided for long; one between 1.2 and 1.4 is decided at once, but by how much is not known well.
#[test]
fn a_wide_interval_is_not_left_behind_for_a_small_difference() {
    let mut measured = nothing_measured_at_two_zooms();
    let mut random = SplitMix(5);
    for number in 0..1000 {
        measured.visits.push(visit(&mut random, number, 1.02));
        if number < MIN_VISITS as u32 {
            let truth = if number % 2 == 0 { 1.2 } else { 1.4 };
            let mut visit = visit(&mut random, number, truth);
            visit.zoom = 1;
            measured.visits.push(visit);
        }
        let width = |zoom: usize| {
            let logs: Vec<f64> = measured.visits_to(zoom).filter_map(|visit| visit.log_ratio(2)).collect();
            Estimate::of(&logs).map_or(1.0, Estimate::half_width)
        };
        if number as usize > 2 * MIN_VISITS && width(0) < 0.015 && width(1) > 0.02 {
            assert_eq!(next_target(&measured, None).map(|target| target.zoom), Some(1));
            return;
        }
    }
    panic!("no interval is wide while the other is narrow");
}

/// A ratio that is 0.3 while memory is busy and 0.5 while it is not has no narrow interval.
#[test]
fn a_ratio_that_changes_while_it_is_measured_waits_until_the_others_are_precise() {
    let mut measured = nothing_measured_at_two_zooms();
    let mut random = SplitMix(7);
    let (mut visits, patience) = ([0, 0], 3 * MIN_VISITS as u32);
    while let Some(target) = next_target(&measured, None)
        && measured.visits.len() < 200
    {
        let truth = [[0.3, 0.5], [1.16, 1.24]][target.zoom][random.below(2)];
        let mut visit = visit(&mut random, visits[target.zoom], truth);
        visit.zoom = target.zoom;
        visits[target.zoom] += 1;
        measured.visits.push(visit);
        let logs: Vec<f64> = measured.visits_to(1).filter_map(|visit| visit.log_ratio(2)).collect();
        let is_other_precise = Estimate::of(&logs).is_some_and(|estimate| estimate.half_width() <= 0.01);
        assert!(is_other_precise || visits[0] <= patience, "{visits:?}");
    }
    assert!(visits[1] > patience && visits[0] > visits[1], "what is left of the time is for the first: {visits:?}");
}

/// No zoom is spoken of without frames of these kinds.
fn other_kinds() -> [BenchFrame; 2] {
    [FrameKind::First, FrameKind::ZoomChange].map(|kind| BenchFrame { kind, ..steady(0, 0.01) })
}

#[test]
fn the_ratio_that_is_known_least_is_named() {
    let words = |truths: [f64; 2]| {
        let (mut random, mut measured) = (SplitMix(13), nothing_measured());
        for number in 0..24 {
            let truth = truths[random.below(2)];
            let visit = visit(&mut random, number, truth);
            measured.visits.push(with_courses(visit, |course| course.frames.extend(other_kinds())));
        }
        bench::words(&bench::evaluate(&measured))
    };
    let changing = words([0.3, 0.5]);
    let said =
        changing.split("Known least well is the ratio of `other` at 48 pixels, to ±").nth(1).expect("it is named");
    let numbers: Vec<f64> =
        said.split(['%', ' ', ':']).filter_map(|word| word.trim_end_matches('.').parse().ok()).collect();
    let [percent, least, most] = numbers[..3] else { panic!("three numbers: {said}") };
    assert!(percent > 5.0 && (0.27..0.33).contains(&least) && (0.47..0.55).contains(&most), "{said}");
    assert!(!words([0.4, 0.4]).contains("least"), "a narrow interval is as it should be");
}

/// What is said of a run whose zoom moved with frames of so many seconds at most; the frame that makes all sprites takes 10 ms.
fn words_of_moving(slowest: f64, change: impl Fn(&mut Hints)) -> String {
    let (mut random, mut measured) = (SplitMix(23), nothing_measured());
    change(&mut measured.plan.variants[0].hints);
    for number in 0..4 {
        let visit = visit(&mut random, number, 1.0);
        measured.visits.push(with_courses(visit, |course| course.frames.extend(other_kinds())));
    }
    let frames = vec![BenchFrame { kind: FrameKind::Zoomed, ..steady(0, slowest) }];
    measured.sweeps.push(ZoomSweep { variant: 0, frames, sprite_bytes: 0 });
    bench::words(&bench::evaluate(&measured))
}

#[test]
fn placeholders_hide_what_they_hide_and_no_more() {
    let usual = words_of_moving(0.005, |_| ());
    assert!(usual.contains("made once for a zoom") && usual.contains("placeholders hide even that: while"), "{usual}");
    let slow = words_of_moving(0.05, |_| ());
    assert!(!slow.contains("hide") && slow.contains("While the zoom moved as in play, the slowest of 1"), "{slow}");
    let uncached = words_of_moving(0.005, |hints| hints.cache = Cache::Off);
    assert!(!uncached.contains("made once") && !uncached.contains("hide"), "{uncached}");
    assert!(uncached.contains("`one` keeps no sprites: they are made in every frame"), "{uncached}");
}

#[test]
fn a_set_that_is_compared_with_nothing_has_a_frame_time() {
    let (mut random, mut measured) = (SplitMix(29), nothing_measured());
    measured.plan.variants.truncate(2);
    measured.comparisons.clear();
    let visit = with_courses(visit(&mut random, 0, 1.0), |course| course.frames.extend(other_kinds()));
    measured.visits.push(visit);
    let words = bench::words(&bench::evaluate(&measured));
    assert!(
        words.starts_with("How long does a frame take? At 48 pixels a tile, 1x1, on 1 thread, a frame of `one`"),
        "{words}"
    );
}

/// Names of which only the end differs are cut to the same.
#[test]
fn sets_with_long_names_are_distinct_in_every_table() {
    let (mut random, mut measured) = (SplitMix(31), nothing_measured());
    let names = ["balanced", "balanced,filter=nearest", "balanced,filter=area", "speed,cache=off,blend=linear"];
    measured.plan.variants = bench::sets(names.map(|name| (name.to_owned(), Hints::default())));
    measured.comparisons = (2..5).map(|variant| Comparison { variant, ..measured.comparisons[0].clone() }).collect();
    for number in 0..2 {
        let Visit { zoom, at, mut courses, baseline, .. } = visit(&mut random, number, 1.0);
        courses.extend([3, 4].map(|variant| Course { variant, ..courses[0].clone() }));
        courses.iter_mut().for_each(|course| course.frames.extend(other_kinds()));
        measured.visits.push(Visit::new(zoom, number, at, courses, baseline));
    }
    let tables = bench::table(&bench::evaluate(&measured));
    for name in ["[2] balanced,filter=nearest", "[3] balanced,filter=area"] {
        assert!(tables.lines().any(|line| line == name), "{name} is in the legend:\n{tables}");
    }
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let rows = |start: &str| tables.lines().filter(|line| words(line).starts_with(start)).count();
    assert_eq!(
        (rows("48 [2] balanced,…"), rows("48 [3] balanced,…"), rows("48 speed,cache=o…")),
        (1, 1, 1),
        "{tables}"
    );
    assert!(rows("→ [2] balanced,filter=near…") > 1 && rows("→ [3] balanced,filter=area ") > 1, "{tables}");
}

/// Two zooms on a machine that is fast in some visits and slow in others, so that medians and means are apart.
#[test]
fn the_ratio_from_zoom_to_zoom_follows_from_the_times_beside_it() {
    let (mut random, mut measured) = (SplitMix(19), nothing_measured_at_two_zooms());
    for number in 0..24 {
        for zoom in [0, 1] {
            let slow = if zoom == 1 && number % 3 == 0 { 2.0 } else { 1.0 };
            let mut visit = with_courses(visit(&mut random, number, 1.0), |course| {
                let frames = course.frames.iter_mut();
                frames.for_each(|frame| frame.record.times.paint = frame.record.times.paint.mul_f64(slow));
                course.frames.extend(other_kinds());
            });
            visit.zoom = zoom;
            measured.visits.push(visit);
        }
    }
    let words = bench::words(&bench::evaluate(&measured));
    let said = words.split("Zooming in is slower: ").nth(1).expect("it is slower in a third of the visits");
    let numbers: Vec<f64> =
        said.split([' ', '(', ')', ',', ';']).filter_map(|word| word.parse().ok()).take(7).collect();
    let [small, _, large, _, _, _, ratio] = numbers[..] else { panic!("two times and a ratio: {said}") };
    assert!((large / small - ratio).abs() < 0.02 && ratio > 1.2, "{said}");
}

/// What the closing paragraph says where the control takes so many times as long as the base.
fn words_of_control(truth: f64) -> String {
    let (mut random, mut measured) = (SplitMix(17), nothing_measured());
    for number in 0..24 {
        let visit = with_courses(visit(&mut random, number, 1.5), |course| {
            let scale = if course.variant == 1 { truth } else { 1.0 };
            let frames = course.frames.iter_mut();
            frames.for_each(|frame| frame.record.times.paint = frame.record.times.paint.mul_f64(scale));
            course.frames.extend(other_kinds());
        });
        measured.visits.push(visit);
    }
    bench::words(&bench::evaluate(&measured))
}

#[test]
fn a_control_that_differs_casts_doubt_on_all_that_is_said() {
    let doubted = words_of_control(0.5);
    let said = doubted.split("differs by ").nth(1).expect("it is said how far");
    let percent: f64 = said.split(' ').next().and_then(|number| number.parse().ok()).expect("a number");
    assert!((95.0..105.0).contains(&percent), "one takes twice as long as the other: {said}");
    assert!(said.contains("called different at 1 of 1 zooms. So a difference of that size proves nothing"), "{said}");
    assert!(doubted.contains("For time, yes, as far as this run can be believed."), "{doubted}");
    let usual = words_of_control(1.0);
    assert!(usual.contains("For time, yes.") && !usual.contains("proves nothing"), "{usual}");
}

/// On a machine that is fast in most visits and slow in some, the mean and the median are apart.
#[test]
fn a_time_stands_within_its_interval() {
    let mut random = SplitMix(11);
    let mut measured = nothing_measured();
    for number in 0..30 {
        let slow = if number % 3 == 0 { 1.0 } else { 1.6 };
        measured.visits.push(with_courses(visit(&mut random, number, 1.0), |course| {
            let frames = course.frames.iter_mut();
            frames.for_each(|frame| frame.record.times.paint = frame.record.times.paint.mul_f64(slow));
            course.frames.extend(other_kinds());
        }));
    }
    let words = bench::words(&bench::evaluate(&measured));
    let times = words.split("takes ").nth(1).expect("a time").split(". ").next().expect("a sentence");
    let numbers: Vec<f64> = times.split([' ', '(', ')']).filter_map(|word| word.parse().ok()).collect();
    let [median, low, high] = numbers[..] else { panic!("not a time with its interval: {times}") };
    assert!(low <= median && median <= high && low < high, "{times}");
}
