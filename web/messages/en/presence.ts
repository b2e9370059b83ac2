export default {
  looking: 'Viewing this now: {names}',
  recording: 'Recording here now: {names}',
  andOthers: '{names} and others, {count} in all',
  warning: 'Agree with them before you submit, so that nothing is recorded twice or in conflict.',
};
