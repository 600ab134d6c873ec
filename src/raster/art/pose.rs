//! Poses: where the parts of a figure are at one moment.

use tiny_skia::Transform;

/// One entry for each part of the figure; none for a part that is absent.
pub type Pose = Vec<Option<PartPose>>;

/// Where a part is, relative to where it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartPose {
    /// To the right and down, in hundredths of a cell.
    pub shift: (f32, f32),
    /// Clockwise about the pivot, in degrees.
    pub turn: f32,
    /// The scale along x and y about the pivot.
    pub size: (f32, f32),
    /// Opacity, from 0 to 1.
    pub fade: f32,
}

impl PartPose {
    pub const AS_DRAWN: PartPose = PartPose { shift: (0.0, 0.0), turn: 0.0, size: (1.0, 1.0), fade: 1.0 };

    /// From where the part is drawn to where it is.
    pub fn transform(&self, pivot: (f32, f32)) -> Transform {
        Transform::from_translate(pivot.0 + self.shift.0, pivot.1 + self.shift.1)
            .pre_rotate(self.turn)
            .pre_scale(self.size.0, self.size.1)
            .pre_translate(-pivot.0, -pivot.1)
    }

    /// Interpolates linearly: `self` at 0, `other` at 1.
    pub fn lerp(self, other: PartPose, t: f32) -> PartPose {
        let lerp = |a: f32, b: f32| a + (b - a) * t;
        PartPose {
            shift: (lerp(self.shift.0, other.shift.0), lerp(self.shift.1, other.shift.1)),
            turn: lerp(self.turn, other.turn),
            size: (lerp(self.size.0, other.size.0), lerp(self.size.1, other.size.1)),
            fade: lerp(self.fade, other.fade),
        }
    }
}
