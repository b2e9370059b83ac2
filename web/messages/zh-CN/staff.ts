export default {
  enter: '管委会',
  title: '以管委会人员身份操作',
  note: '本机已开放登记。请写下姓名，每次登记都会记在名下。',
  name: '姓名',
  nameInvalid: '请填写 1 至 40 个字的姓名',
  confirm: '开始登记',
  leave: '退出登记',
  active: '{name} · 登记中',
};
