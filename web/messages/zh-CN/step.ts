export default {
  label: '下一步',
  more: '更多',
  less: '收起',
  opens: '用于{gate}',
  stretch: '登记{layer}',
  work: '登记工程完成',
  workAgain: '更正完成日期',
  stage: '登记“{stage}”',
  assign: { hold: '保留用地', reservation: '预约用地', contract: '签订合同' },
};
