export default {
  looking: '{names} 正在看',
  recording: '{names} 正在登记',
  andOthers: '{names} 等 {count} 人',
  warning: '请先与对方确认再提交，以免登记重复或互相冲突。',
};
