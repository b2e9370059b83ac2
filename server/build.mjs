// @ts-check
// Builds the page into dist/web and the server into dist/server. Arguments are passed on to Vite.
import { build } from 'vite';

const logLevel = process.argv.includes('warn') ? /** @type {const} */ ('warn') : /** @type {const} */ ('info');

await build({ logLevel });
await build({ logLevel, build: { ssr: true } });
