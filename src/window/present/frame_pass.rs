//! The only thing that the GPU does: a frame is uploaded to a texture, and one pass copies it to the surface.

use pixels::wgpu::{
    BindGroup, BindGroupDescriptor, BindGroupEntry, BindingResource, Color, ColorTargetState, ColorWrites,
    CommandEncoderDescriptor, Device, Extent3d, FragmentState, LoadOp, MultisampleState, Operations, Origin3d,
    PipelineCompilationOptions, PrimitiveState, Queue, RenderPassColorAttachment, RenderPassDescriptor, RenderPipeline,
    RenderPipelineDescriptor, StoreOp, TexelCopyBufferLayout, TexelCopyTextureInfo, Texture, TextureDescriptor,
    TextureDimension, TextureFormat, TextureUsages, TextureView, TextureViewDescriptor, VertexState, include_wgsl,
};

use super::presented_changes::PresentedChanges;
use crate::app::Frame;
use crate::scene::Rect;

/// Bytes of a pixel of a [`Frame`].
const BYTES_A_PIXEL: u32 = 4;

/// The pipeline of the pass, and the texture that it reads.
pub(super) struct FramePass {
    pipeline: RenderPipeline,
    texture: Texture,
    binding: BindGroup,
    /// What is in the texture.
    presented: PresentedChanges,
}

impl FramePass {
    /// A pass to targets of this format, for frames of this size. What is stored equals the frame, byte for byte,
    /// because the texture is sRGB if the targets are.
    pub(super) fn new(device: &Device, target: TextureFormat, (width, height): (u32, u32)) -> FramePass {
        let shader = device.create_shader_module(include_wgsl!("frame.wgsl"));
        let pipeline = device.create_render_pipeline(&RenderPipelineDescriptor {
            label: Some("frame"),
            layout: None,
            vertex: VertexState {
                module: &shader,
                entry_point: Some("cover"),
                compilation_options: PipelineCompilationOptions::default(),
                buffers: &[],
            },
            primitive: PrimitiveState::default(),
            depth_stencil: None,
            multisample: MultisampleState::default(),
            fragment: Some(FragmentState {
                module: &shader,
                entry_point: Some("copy"),
                compilation_options: PipelineCompilationOptions::default(),
                targets: &[Some(ColorTargetState { format: target, blend: None, write_mask: ColorWrites::ALL })],
            }),
            multiview_mask: None,
            cache: None,
        });
        let format = if target.is_srgb() { TextureFormat::Rgba8UnormSrgb } else { TextureFormat::Rgba8Unorm };
        let texture = texture(device, format, (width, height));
        let binding = binding(device, &pipeline, &texture);
        FramePass { pipeline, texture, binding, presented: PresentedChanges::default() }
    }

    /// The next frames have this size.
    pub(super) fn resize(&mut self, device: &Device, size: (u32, u32)) {
        self.texture = texture(device, self.texture.format(), size);
        self.binding = binding(device, &self.pipeline, &self.texture);
        self.presented = PresentedChanges::default();
    }

    /// Uploads what changed of the frame, and copies all of it to `target`; both have the size of this pass.
    pub(super) fn draw(&mut self, device: &Device, queue: &Queue, frame: &Frame, target: &TextureView) {
        self.presented.add(frame);
        for rect in self.presented.since(1).rects(frame) {
            self.upload(queue, frame, rect);
        }
        let mut encoder = device.create_command_encoder(&CommandEncoderDescriptor { label: Some("frame") });
        let mut pass = encoder.begin_render_pass(&RenderPassDescriptor {
            label: Some("frame"),
            color_attachments: &[Some(RenderPassColorAttachment {
                view: target,
                depth_slice: None,
                resolve_target: None,
                ops: Operations { load: LoadOp::Clear(Color::BLACK), store: StoreOp::Store },
            })],
            ..RenderPassDescriptor::default()
        });
        pass.set_pipeline(&self.pipeline);
        pass.set_bind_group(0, &self.binding, &[]);
        pass.draw(0..3, 0..1);
        drop(pass);
        queue.submit([encoder.finish()]);
    }

    fn upload(&self, queue: &Queue, frame: &Frame, rect: Rect) {
        let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(|length| length as u32);
        let rows = TexelCopyBufferLayout {
            offset: u64::from(BYTES_A_PIXEL) * (u64::from(y) * u64::from(frame.width()) + u64::from(x)),
            bytes_per_row: Some(BYTES_A_PIXEL * frame.width()),
            rows_per_image: Some(height),
        };
        let to = TexelCopyTextureInfo { origin: Origin3d { x, y, z: 0 }, ..self.texture.as_image_copy() };
        queue.write_texture(to, frame.data(), rows, Extent3d { width, height, depth_or_array_layers: 1 });
    }
}

fn texture(device: &Device, format: TextureFormat, (width, height): (u32, u32)) -> Texture {
    device.create_texture(&TextureDescriptor {
        label: Some("frame"),
        size: Extent3d { width, height, depth_or_array_layers: 1 },
        mip_level_count: 1,
        sample_count: 1,
        dimension: TextureDimension::D2,
        format,
        usage: TextureUsages::TEXTURE_BINDING | TextureUsages::COPY_DST,
        view_formats: &[],
    })
}

fn binding(device: &Device, pipeline: &RenderPipeline, texture: &Texture) -> BindGroup {
    let view = texture.create_view(&TextureViewDescriptor::default());
    device.create_bind_group(&BindGroupDescriptor {
        label: Some("frame"),
        layout: &pipeline.get_bind_group_layout(0),
        entries: &[BindGroupEntry { binding: 0, resource: BindingResource::TextureView(&view) }],
    })
}
