export default {
  label: 'Next',
  more: 'More',
  less: 'Less',
  opens: 'for {gate}',
  stretch: 'Record {layer}',
  work: 'Record it as done',
  workAgain: 'Correct the day',
  stage: 'Record “{stage}”',
  assign: { hold: 'Hold the land', reservation: 'Reserve the land', contract: 'Sign the contract' },
};
