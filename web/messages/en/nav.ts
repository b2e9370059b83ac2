export default {
  pages: 'Pages',
  page: { map: 'Map', dashboard: 'Dashboard', report: 'Report' },
};
