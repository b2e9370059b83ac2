import { nameFiles } from './name-files.ts';

export default nameFiles(import.meta.glob('./zh-CN/*.ts', { eager: true, import: 'default' }));
