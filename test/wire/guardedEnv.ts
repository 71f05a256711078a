// What a program in a process of its own needs beside its settings, so that it reaches this machine alone.

const GUARD = new URL('./loopbackOnly.mjs', import.meta.url);

export function guardedEnv(): Record<'NODE_OPTIONS' | 'LOOPBACK_BREACHES', string> {
  return { NODE_OPTIONS: `--import=${GUARD.href}`, LOOPBACK_BREACHES: process.env['LOOPBACK_BREACHES'] ?? '' };
}
