import { nameFiles } from './name-files.ts';

export default nameFiles(import.meta.glob('./en/*.ts', { eager: true, import: 'default' }));
