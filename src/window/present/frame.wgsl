// Copies the frame to a target of the same size, pixel for pixel.

@group(0) @binding(0) var frame: texture_2d<f32>;

// One triangle that covers the whole target, its corners numbered 0, 1 and 2.
@vertex
fn cover(@builtin(vertex_index) corner: u32) -> @builtin(position) vec4f {
    let x = f32(corner & 1u) * 4.0 - 1.0;
    let y = f32(corner >> 1u) * 4.0 - 1.0;
    return vec4f(x, y, 0.0, 1.0);
}

@fragment
fn copy(@builtin(position) position: vec4f) -> @location(0) vec4f {
    return textureLoad(frame, vec2u(position.xy), 0);
}
