export default {
  show: 'Where am I',
  hide: 'Stop showing my position',
  follow: 'Let the map follow me',
  mine: 'My position',
  take: 'Take my position',
  seeking: 'Locating…',
  leftOf: '{mark} · {offset} m left of the centreline · known to ±{accuracy} m',
  rightOf: '{mark} · {offset} m right of the centreline · known to ±{accuracy} m',
  onCentreline: '{mark} · on the centreline · known to ±{accuracy} m',
  uncertain: 'Your position is only known to ±{accuracy} m. Wait a moment in the open.',
  outside: 'You are outside the park, about {distance} m from it.',
  farOutside: 'You are outside the park, about {distance} km from it.',
  trouble: {
    insecure:
      'This address is not a secure connection (https), so the browser tells no position. Open the page at its https address.',
    denied: 'The browser was not allowed to tell your position. Allow “Location” in its site settings and try again.',
    unavailable: 'Your position cannot be found: this device has no location service, or it is switched off.',
    timeout: 'No position has been received yet. Try again in the open.',
  },
};
