export default {
  pages: '页面',
  page: { map: '地图', dashboard: '看板', report: '报告' },
};
