// `npm run wasm`: kernel.wat as WebAssembly, in base64, in a module of its own, so that the reader needs no file to read.
import { readFileSync, writeFileSync } from 'node:fs';
import loadWabt from 'wabt';

export const SOURCE = 'src/attribution/reader/kernel.wat';
const OUT = 'src/attribution/reader/kernelWasm.ts';

/** The text of the module. */
export async function compileWat(source: string): Promise<string> {
  const wabt = await loadWabt();
  const module = wabt.parseWat(SOURCE, source, { simd: true });
  const { buffer } = module.toBinary({});
  module.destroy();
  const base64 = Buffer.from(buffer).toString('base64');
  return `// kernel.wat as WebAssembly, in base64. \`npm run wasm\` writes this file.\n\nexport const KERNEL_WASM =\n  '${base64}';\n`;
}

if (import.meta.filename === process.argv[1]) writeFileSync(OUT, await compileWat(readFileSync(SOURCE, 'utf8')));
