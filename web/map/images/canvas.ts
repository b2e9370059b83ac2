/** A drawing surface of this size in CSS pixels, scaled for the screen's pixel ratio. */
export function createSurface(width: number, height: number, pixelRatio: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * pixelRatio);
  canvas.height = Math.ceil(height * pixelRatio);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.scale(pixelRatio, pixelRatio);
  return context;
}

export function readPixels(context: CanvasRenderingContext2D): ImageData {
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}
