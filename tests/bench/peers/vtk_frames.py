#!/usr/bin/env python3
"""vtk_frames.py MODEL.glb WIDTH HEIGHT FRAMES SAMPLES: turns a model round in VTK without a window.

Prints one JSON object: version, renderer, frame_ms (median), first_ms (from start of the process to the first picture),
peak_mb.
"""
import json
import resource
import statistics
import sys
import time

started = time.monotonic() - time.process_time()

import vtk  # noqa: E402

path, width, height, frames, samples = sys.argv[1], *map(int, sys.argv[2:6])
renderer = vtk.vtkRenderer()
renderer.SetBackground(0.9, 0.9, 0.9)
window = vtk.vtkRenderWindow()
window.SetOffScreenRendering(1)
window.SetMultiSamples(samples)
window.SetSize(width, height)
window.AddRenderer(renderer)
importer = vtk.vtkGLTFImporter()
importer.SetFileName(path)
importer.SetRenderWindow(window)
importer.Update()
renderer.ResetCamera()
camera = renderer.GetActiveCamera()


def draw():
    window.Render()
    window.WaitForCompletion()
    window.GetPixelData(0, 0, 0, 0, 0, vtk.vtkUnsignedCharArray(), 0)  # waits for software renderers too


draw()
first_ms = (time.monotonic() - started) * 1e3
times = []
for _ in range(frames):
    camera.Azimuth(360.0 / frames)
    before = time.perf_counter()
    draw()
    times.append((time.perf_counter() - before) * 1e3)
capabilities = window.ReportCapabilities()
name = next((line.split(':', 1)[1].strip() for line in capabilities.splitlines() if 'renderer string' in line), '?')
print(json.dumps({
    'version': vtk.vtkVersion.GetVTKVersion(),
    'renderer': name,
    'frame_ms': statistics.median(times),
    'first_ms': first_ms,
    'peak_mb': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024e-6,
}))
