//! Plots as SVG text: axes, and what is drawn between them. Colours come from the page's style.

use std::fmt::Write as _;

/// Margins for the labels of the axes, in user units of the SVG.
const LEFT: f64 = 50.0;
const BOTTOM: f64 = 22.0;
const TOP: f64 = 10.0;
const RIGHT: f64 = 12.0;

/// How values become positions along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    Linear,
    /// To base 2: each doubling takes the same length.
    Log,
}

/// One axis: the values at its ends.
#[derive(Debug, Clone, Copy)]
pub struct Axis {
    pub low: f64,
    pub high: f64,
    pub scale: Scale,
}

impl Axis {
    /// An axis from the first of these ticks to the last.
    pub fn over(ticks: &[f64], scale: Scale) -> Axis {
        let end = |tick: Option<&f64>| tick.copied().unwrap_or(1.0);
        Axis { low: end(ticks.first()), high: end(ticks.last()), scale }
    }

    /// The position of a value on the axis, from 0 to 1.
    fn share(&self, value: f64) -> f64 {
        let (low, high, value) = match self.scale {
            Scale::Linear => (self.low, self.high, value),
            Scale::Log => (self.low.log2(), self.high.log2(), value.max(self.low).log2()),
        };
        if high > low { ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 0.5 }
    }
}

/// A plot that is being drawn.
pub struct Plot {
    width: f64,
    height: f64,
    x: Axis,
    y: Axis,
    body: String,
}

impl Plot {
    /// An empty plot of this size, in user units of the SVG.
    pub fn new((width, height): (u32, u32), x: Axis, y: Axis) -> Plot {
        Plot { width: f64::from(width), height: f64::from(height), x, y, body: String::new() }
    }

    /// The finished plot, with a label for screen readers.
    pub fn svg(self, label: &str) -> String {
        let (width, height) = (self.width, self.height);
        format!("<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\">{}</svg>\n", self.body)
    }

    /// Labelled values on the horizontal axis.
    pub fn x_ticks(mut self, ticks: &[(f64, String)]) -> Plot {
        let base = self.height - BOTTOM;
        let mut taken = f64::NEG_INFINITY;
        for (value, label) in ticks {
            let x = self.x(*value);
            let _ = write!(self.body, "<path class=\"axis\" d=\"M{x:.1} {base}v4\"/>");
            // Labels that would overlap the one before are left out.
            let half = label.chars().count() as f64 * 3.2 + 2.0;
            if x - half > taken {
                let _ = write!(self.body, "<text class=\"middle\" x=\"{x:.1}\" y=\"{}\">{label}</text>", base + 16.0);
                taken = x + half;
            }
        }
        self
    }

    /// Labelled lines across the plot.
    pub fn y_ticks(mut self, ticks: &[f64], unit: &str) -> Plot {
        for value in ticks {
            let y = self.y(*value);
            let (left, right) = (LEFT, self.width - RIGHT);
            let _ = write!(
                self.body,
                "<path class=\"grid-line\" d=\"M{left} {y:.1}H{right}\"/>\
                 <text class=\"end\" x=\"{}\" y=\"{:.1}\">{}{unit}</text>",
                left - 6.0,
                y + 4.0,
                number(*value)
            );
        }
        self
    }

    /// A line through the points.
    pub fn line(mut self, points: &[(f64, f64)], class: &str) -> Plot {
        let path = self.path(points);
        let _ = write!(self.body, "<path class=\"{class}\" d=\"M{path}\"/>");
        self
    }

    /// A round dot at each point.
    pub fn dots(mut self, points: &[(f64, f64)], class: &str) -> Plot {
        let mut path = String::new();
        for (x, y) in points {
            let _ = write!(path, "M{:.1} {:.1}h0", self.x(*x), self.y(*y));
        }
        let _ = write!(self.body, "<path class=\"{class}\" d=\"{path}\"/>");
        self
    }

    fn x(&self, value: f64) -> f64 {
        LEFT + self.x.share(value) * (self.width - LEFT - RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        self.height - BOTTOM - self.y.share(value) * (self.height - TOP - BOTTOM)
    }

    fn path(&self, points: &[(f64, f64)]) -> String {
        let pairs: Vec<String> = points.iter().map(|(x, y)| format!("{:.1} {:.1}", self.x(*x), self.y(*y))).collect();
        pairs.join("L")
    }
}

/// Round values from 0 to at least `high`, up to seven of them.
pub fn round_ticks(high: f64) -> Vec<f64> {
    let power = 10f64.powf((high.max(1e-6) / 6.0).log10().floor());
    let steps = [1.0, 2.0, 5.0].map(|step| step * power);
    let step = steps.into_iter().find(|step| high / step <= 6.0).unwrap_or(10.0 * power);
    (0..=(high / step).ceil() as u32).map(|tick| f64::from(tick) * step).collect()
}

/// Powers of two from below `low` to above `high`, some left out so that few remain.
pub fn log_ticks(low: f64, high: f64) -> Vec<f64> {
    let first = low.max(1e-6).log2().floor() as i32;
    let last = (high.max(1e-6).log2().ceil() as i32).max(first + 1);
    let step = (last - first).unsigned_abs().div_ceil(6) as i32;
    let steps = (last - first + step - 1) / step;
    (0..=steps).map(|tick| 2f64.powi(first + tick * step)).collect()
}

/// A number with about two significant digits, without trailing zeros.
pub fn number(value: f64) -> String {
    let digits = if value >= 10.0 {
        0
    } else if value >= 1.0 {
        1
    } else {
        3
    };
    let text = format!("{value:.digits$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}
