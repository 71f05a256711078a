// chartPng(svg): a drawing as a picture that Discord shows. No font is loaded: chartSvg draws its letters itself, so that the picture is the same
// on every machine.
import { Resvg } from '@resvg/resvg-js';

/** Pixels for one of the drawing: screens of telephones have two or three. */
const ZOOM = 2;

/** @throws Error for what is no SVG, which is a bug. */
export function chartPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: ZOOM },
    logLevel: 'off',
  });
  return drawing.render().asPng();
}
