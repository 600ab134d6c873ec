//! A short benchmark of a small frame, in this process.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::time::Duration;

use leveret::app::App;
use leveret::bench::{
    self, Baseline, Bench, BenchEvent, BenchFrame, BenchPlan, COURSE, Contrast, FrameKind, Length, Measured, REWOUND,
    RunEnding, SpeedVerdict, Work, evaluate,
};
use leveret::level::Level;
use leveret::look::STEP_TIME;
use leveret::raster::{PainterKind, Rendering};
use leveret::screens::{Context, Input, Screen};
use xxhash_rust::xxh3::xxh3_64;

use super::EVERYTHING;
use crate::game::turn;

/// A level that plays itself.
fn opening(context: &Context) -> Screen {
    let level = Level::from_ron(EVERYTHING, "everything.ron").expect("a level");
    let orders = level.solutions[0].play(&level).expect("orders can always be read").orders;
    Screen::following(context, level, orders)
}

fn plan() -> BenchPlan {
    let hints = |list: &str| (list.to_owned(), list.parse().expect("hints"));
    BenchPlan {
        level: "everything.ron".to_owned(),
        lead: 10,
        zooms: vec![64, 40],
        variants: bench::sets(["balanced", "filter=nearest", "cache=off", "balanced"].map(hints)),
        size: (320, 200),
        painter: PainterKind::Fast,
        threads: NonZero::<usize>::MIN,
        length: Length::Frames(2 * COURSE),
        presenter: None,
    }
}

fn measured_with(listener: &mut dyn FnMut(&BenchPlan, BenchEvent) -> ControlFlow<()>) -> Measured {
    let context = Context::default();
    let bench = Bench::prepare(plan(), opening(&context), context, None).expect("it can be prepared");
    bench.run(listener).expect("it can be run")
}

fn measured() -> Measured {
    measured_with(&mut |_, _| ControlFlow::Continue(()))
}

/// The game itself, played as the benchmark plays it: the same level, orders and phase are the same pixels.
#[test]
fn the_frames_of_the_benchmark_are_those_of_the_game() {
    let measured = measured();
    let (width, height) = measured.plan.size;
    for (zoom, tile) in measured.plan.zooms.iter().enumerate() {
        let context = Context::default();
        let mut game = App::new(opening(&context), context, Rendering::default()).expect("the art is whole");
        turn(&mut game, Input::Resize { width, height, scale: 1.0 });
        (0..measured.plan.lead).for_each(|_| turn(&mut game, Input::Tick(STEP_TIME)));
        game.zoom_to(*tile);
        let course = measured.courses_of(zoom, 0).next().expect("a course of the base");
        let lap = course.of_kind(FrameKind::WarmUp);
        let mut steps = Vec::new();
        for frame in lap {
            turn(&mut game, Input::Tick(Duration::from_millis(100)));
            let _ = game.frame();
            assert_eq!(Some(xxh3_64(game.last_frame().data())), frame.hash, "frame {} at {tile}", frame.number);
            let Screen::Play(play) = game.screen() else { panic!("in play") };
            steps.push(play.player().step());
        }
        assert!(steps.last() >= steps.first().map(|first| first + 2).as_ref(), "the world makes steps: {steps:?}");
    }
}

#[test]
fn every_frame_of_a_visit_is_painted_by_all_that_do_other_work() {
    let measured = measured();
    assert_eq!(measured.plan.variants.len(), 4, "a set that is named twice is taken once, and there is a control");
    assert_eq!(measured.visits.len(), 2 * 2, "two visits to each of two zooms");
    let course_of = |visit: &bench::Visit| visit.courses.iter().map(|course| course.variant).collect::<Vec<_>>();
    for visit in &measured.visits {
        // At 64 pixels sprites are copied, and no filter acts on them.
        assert_eq!(course_of(visit), if visit.zoom == 0 { vec![0, 1, 3] } else { vec![0, 1, 2, 3] });
        let Baseline { memcpy, memset, memset_by_all } = visit.baseline;
        assert!([memcpy, memset, memset_by_all].iter().all(|time| *time > Duration::ZERO));
        for course in &visit.courses {
            assert_eq!(course.steady().count(), COURSE as usize);
            // Only the first of several visits to one zoom makes mip levels.
            let first = usize::from(visit.number == 0);
            let lap = REWOUND + COURSE;
            let kinds = [
                (FrameKind::First, first),
                (FrameKind::ZoomChange, 1),
                (FrameKind::WarmUp, lap as usize),
                (FrameKind::Rewound, REWOUND as usize),
            ];
            for (kind, count) in kinds {
                assert_eq!(course.of_kind(kind).count(), count, "{}", kind.name());
            }
            let is_checked = |frame: &&BenchFrame| frame.hash.is_some();
            let checked = if visit.number == 0 { lap } else { 1 };
            assert_eq!(course.of_kind(FrameKind::WarmUp).filter(is_checked).count(), checked as usize);
            assert_eq!(course.of_kind(FrameKind::Steady).filter(is_checked).count(), 1, "the last of the lap");
            let tile = measured.plan.zooms[visit.zoom];
            assert!(course.frames.iter().all(|frame| frame.record.zoom == Some(tile)));
        }
    }
    let misses = |kind: FrameKind| -> u64 {
        let kept = measured.visits.iter().flat_map(|visit| &visit.courses).filter(|course| course.variant != 3);
        kept.flat_map(|course| course.of_kind(kind)).map(|frame| frame.record.painted.lookups.misses).sum()
    };
    assert!(misses(FrameKind::First) > 0, "the sprite cache is empty at first");
    assert!(misses(FrameKind::ZoomChange) > 0, "and lacks those of one size when the zoom changes");
    assert_eq!(misses(FrameKind::Steady), 0, "and has all sprites later");
}

/// Sprites that are made in every frame take many times as long: one lap of a visit is enough to see that.
#[test]
fn a_slow_variant_leaves_the_other_laps_of_a_visit_to_the_rest() {
    let context = Context::default();
    let plan = BenchPlan { length: Length::Time(Duration::ZERO), ..plan() };
    let bench = Bench::prepare(plan, opening(&context), context, None).expect("it can be prepared");
    let measured = bench.run(&mut |_, _| ControlFlow::Continue(())).expect("it can be run");
    assert_eq!(measured.visits.len(), 2 * 2);
    for visit in &measured.visits {
        let variants: Vec<usize> = visit.courses.iter().map(|course| course.variant).collect();
        assert!(variants.is_sorted(), "{variants:?}");
        let steady = |variant: usize| visit.course(variant).map_or(0, |course| course.steady().count());
        assert_eq!(steady(3), COURSE as usize);
        assert!(steady(0) > steady(3) && steady(0) == steady(1));
        assert!(visit.log_ratio(3).is_some_and(|ratio| ratio > 1.0), "against the same frames of the base");
    }
}

#[test]
fn idle_hints_are_recognised_and_not_timed() {
    let measured = measured();
    let work = |zoom, variant| measured.comparison(zoom, variant).expect("a comparison").work;
    assert_eq!((work(0, 2), work(1, 2)), (Work::Same, Work::Other), "the filter is idle at 64 pixels");
    assert_eq!((work(0, 3), work(1, 3)), (Work::Other, Work::Other), "making sprites in each frame is work");
    let results = evaluate(&measured);
    let contrast = Contrast::Sets { from: "balanced".to_owned(), to: "filter=nearest".to_owned() };
    let row = results.hint_row(&contrast, 64).expect("a row");
    assert_eq!((row.verdict, row.interval, row.pixels_changed), (SpeedVerdict::Idle, None, 0.0));
    assert!(row.bars_changed > 0.0, "the icons of the bars are of another size, and scaled");
}

/// The zoom goes up and down notch by notch, then it jumps; after each movement there are frames to become sharp.
#[test]
fn every_set_of_hints_has_a_zoom_sweep_and_paced_frames() {
    let measured = measured();
    let variants: Vec<usize> = measured.sweeps.iter().map(|sweep| sweep.variant).collect();
    assert_eq!(variants, [0, 2, 3], "all sets, without the control");
    for sweep in &measured.sweeps {
        let zooms: Vec<u32> = sweep.frames.iter().filter_map(|frame| frame.record.zoom).collect();
        let (top, _) = zooms.iter().enumerate().max_by_key(|(_, zoom)| **zoom).expect("there are frames");
        assert!(zooms[..=top].is_sorted(), "{zooms:?}");
        assert!(zooms[top] >= 64 && zooms.contains(&40), "{zooms:?}");
        let resting = sweep.frames.windows(2).filter(|pair| pair[1].kind == FrameKind::Sharpening);
        assert!(resting.clone().count() >= 40, "after the wheel, and after two jumps");
        assert!(resting.clone().all(|pair| pair[0].record.zoom == pair[1].record.zoom));
        assert!(sweep.sprite_bytes > 0);
    }
    let results = evaluate(&measured);
    let ms = |frame: &BenchFrame| frame.time().as_secs_f64() * 1e3;
    for (row, sweep) in results.zooming.iter().zip(&measured.sweeps) {
        let slowest = sweep.frames.iter().max_by(|one, other| ms(one).total_cmp(&ms(other))).expect("frames");
        assert_eq!((row.n, row.max_ms), (sweep.frames.len(), ms(slowest)));
        assert_eq!(Some(row.max_zoom), slowest.record.zoom);
    }
    assert_eq!(
        results.paced.len(),
        3 * 2,
        "three sets at two zooms; on one thread there is no other number of threads"
    );
    for row in &results.paced {
        let interval = row.ratio.expect("there are several turns");
        assert!(
            interval.low <= interval.ratio && interval.ratio <= interval.high && interval.low > 0.0,
            "{interval:?}"
        );
    }
}

#[test]
fn hints_are_compared_by_time_and_by_picture() {
    let results = evaluate(&measured());
    assert_eq!(results.zooms.len(), 2 * 3 - 1, "without the control and the idle one");
    assert_eq!(results.noise.len(), 2);
    assert_eq!(results.flatness.len(), 3);
    let row = |to: &str| {
        let contrast = Contrast::Sets { from: "balanced".to_owned(), to: to.to_owned() };
        results.hint_row(&contrast, 40).expect("a row")
    };
    let nearest = row("filter=nearest");
    assert!(nearest.pixels_changed > 0.0 && nearest.max_step > 0 && nearest.psnr.is_some());
    let uncached = row("cache=off");
    assert!(uncached.is_identical() && uncached.psnr.is_none());
    assert!(uncached.interval.expect("it was timed").ratio > 1.0, "making sprites in every frame takes time");
    let hash = |hints: &str| &results.row(40, hints).expect("a row").frame_hash;
    assert_eq!(hash("balanced"), hash("cache=off"));
    assert_ne!(hash("balanced"), hash("filter=nearest"));
}

/// Frames are handed over in the first visit to a zoom only.
#[test]
fn what_handing_over_takes_is_told_however_many_visits_follow() {
    let mut measured = measured();
    let later: Vec<bench::Visit> = measured.visits.iter().filter(|visit| visit.number > 0).cloned().collect();
    (0..2 * (REWOUND + COURSE)).for_each(|_| measured.visits.extend_from_slice(&later));
    assert!(evaluate(&measured).zooms.iter().all(|row| row.copy_ms > 0.0));
}

/// The work does not depend on how much of it there is.
#[test]
fn a_run_of_another_length_paints_the_same_frames() {
    let hashes = |frames: u32| {
        let context = Context::default();
        let plan = BenchPlan { length: Length::Frames(frames), ..plan() };
        let bench = Bench::prepare(plan, opening(&context), context, None).expect("it can be prepared");
        let results = evaluate(&bench.run(&mut |_, _| ControlFlow::Continue(())).expect("it can be run"));
        results.zooms.iter().map(|row| row.frame_hash.clone()).collect::<Vec<_>>()
    };
    assert_eq!(hashes(1), hashes(3 * COURSE));
}

#[test]
fn an_interrupted_run_keeps_what_it_has() {
    let mut visits = 0;
    let measured = measured_with(&mut |_, event| {
        visits += u32::from(matches!(event, BenchEvent::Visited(_)));
        if visits < 3 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    assert_eq!((measured.ending, measured.visits.len()), (RunEnding::Interrupted, 3));
    let results = evaluate(&measured);
    assert!(results.interrupted && results.zooms.len() == 5, "{:?}", results.zooms);
    assert!(bench::words(&results).contains("the run was interrupted"), "{}", bench::words(&results));
    let nothing = measured_with(&mut |_, _| ControlFlow::Break(()));
    assert!(nothing.visits.is_empty());
    let results = evaluate(&nothing);
    assert_eq!(bench::words(&results), "", "nothing is said of nothing");
    assert!(bench::report(&nothing, &results).ends_with("</html>\n"));
}
