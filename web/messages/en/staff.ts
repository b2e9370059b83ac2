export default {
  enter: 'Staff',
  title: 'Work as staff of the committee',
  note: 'This machine is open to staff. Give your name: everything you record carries it.',
  name: 'Name',
  nameInvalid: 'A name of 1 to 40 characters, please',
  confirm: 'Start recording',
  leave: 'Stop recording',
  active: '{name} · recording',
};
