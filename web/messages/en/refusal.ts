export default {
  access: {
    'not-allowed': 'Your roles do not include this. Please ask an administrator if you need it.',
    'sign-in': 'You are not signed in, or your session has ended. What you typed is still here: sign in and submit it.',
    'wrong-password': 'User name or password is wrong.',
    throttled: 'Too many attempts. Please wait {waitSeconds} s.',
    'must-change-password': 'Please change the one-time password to one of your own first.',
    'same-password': 'The new password is the same as the present one; please choose another.',
  },
  person: {
    unknown: 'There is no such person.',
    exists: 'The user name {username} is taken; please choose another.',
    'last-admin':
      '{person} is the only administrator and can be neither disabled nor lose that role. Name another administrator first.',
  },
  device: { unknown: 'The session on that device has already ended.' },
  command: { 'repeated-differently': 'This was already sent with other content. Close it and start again.' },
  input: { invalid: 'Something is missing or not written as expected.' },
  park: { unknown: 'There is no such park.' },
  phase: { unknown: 'There is no phase {phase}; there is {phases}.' },
  parcel: {
    unknown: 'There is no parcel {parcel}.',
    stale: 'Somebody changed this parcel meanwhile. Look again before you confirm.',
    claimed: 'Parcel {parcel} belongs to project {project} in that time ({kind}, from {fromOn}).',
    'not-claimed': 'No project has parcel {parcel} on {on}.',
    exists: 'The code {parcel} was used before; codes are never used again.',
    'not-there': 'Parcel {parcel} is not on the map on {day}: its boundary holds from {fromOn} until {untilOn}.',
    'not-ready': 'Parcel {parcel} is not ready for a contract. Still missing: {missing}.',
  },
  land: {
    stale: 'Somebody changed the boundaries of parcels meanwhile. Look again before you confirm.',
    'later-change': 'The boundary of parcel {parcel} changes again on {later}; a change on {day} would contradict it.',
    unchanged: 'No boundary would change.',
  },
  import: {
    unknown: 'There is no such import file.',
    'in-use': 'Boundaries of parcels come from this file; it cannot be thrown away.',
    unreadable: 'The file cannot be read.',
    'not-placed': 'No usable coordinate system has been confirmed yet.',
    'no-plan': 'A new parcel lies outside the plan: no phase, land use or road is there for it.',
    cannot: 'The chosen changes cannot be imported together: {entry}.',
  },
  gate: {
    derived: '“{gate}” follows from roads and works and is not recorded on the parcel. Record it there.',
    order: 'The days are out of order: “{other}” and “{gate}” of {parcel}.',
    unchanged: '“{gate}” of {parcel} already has this day.',
    'already-done': '“{gate}” of {parcel} was done on {doneOn}; it cannot be planned any more.',
  },
  road: {
    unknown: 'There is no such road.',
    stale: 'Somebody recorded this road meanwhile. Look again before you confirm.',
  },
  chainage: {
    invalid: 'Write it like K1+700 or 1700.',
    ambiguous: 'This road has a chainage equation: {mark} exists twice. Say which one: {choices}.',
    gap: 'This road has a chainage equation: {gapFrom} goes on as {gapTo}, so there is no {mark}.',
    'beyond-road': 'Beyond the end: the marks of this road end at {endMark}.',
  },
  stretch: {
    'beyond-road': 'Beyond the end: the road ends at {lengthMetres}.',
    empty: 'The end must lie behind the beginning.',
    'already-recorded': 'This stretch is already recorded as done on that side.',
  },
  work: {
    unknown: 'There is no such work.',
    stale: 'Somebody recorded this work meanwhile. Look again before you confirm.',
    unchanged: 'The work already has this day.',
    'already-done': 'The work was done on {doneOn}; it cannot be planned any more.',
  },
  project: {
    unknown: 'There is no such project.',
    stale: 'Somebody changed this project meanwhile. Look again before you confirm.',
  },
  stage: {
    unchanged: 'The project is at “{stage}” on {on} already.',
    back: 'Going back from “{reached}” to “{stage}” needs a reason.',
    order: '“{later}” is recorded for {laterOn}; it cannot be “{stage}” before.',
  },
  claim: {
    'day-order': 'The end must be later than the beginning.',
    unchanged: 'Parcel {parcel} is already held this way.',
    downgrade: 'Parcel {parcel} is already under “{live}”; release it before going back to “{kind}”.',
  },
  day: {
    future: '{day} is yet to come (today is {today}) and cannot be recorded as having happened.',
    past: '{day} lies before the reporting day {knownUntil} and cannot be planned.',
    'before-park': '{day} lies before the park began on {beganOn}, when its first plan came into force.',
  },
  event: { unknown: 'There is no such record.' },
  undo: {
    'already-undone': 'This was undone already.',
    superseded:
      '“{laterCommand}” by {laterActor} (for {laterOn}, no. {laterSeq}) came later and {why} ({subject}). Undo that one first.',
    'not-undoable': 'This cannot be undone.',
  },
  document: {
    unknown: 'There is no such document.',
    type: 'Only photos (JPEG, PNG, WebP) and PDF are kept; this file is neither.',
    'too-large': 'The file is larger than {largestMegabytes} MB. Make it smaller first.',
    empty: 'The file is empty.',
    incomplete: 'The file did not arrive whole. Try again.',
    lost: 'It is on record, but the file is not on this server. Ask the administrator.',
  },
  export: {
    empty: 'The plan in force on {on} has none of these parcels.',
    unwritable: 'GBK has no such characters: {characters}. Choose UTF-8.',
    'too-many': 'Too many parcels are chosen. Export a phase or the whole park, or take them in parts.',
    'too-large': 'So many parcels could not be written within the limits of time and memory. Take them in parts.',
  },
  http: {
    'disk-full': 'the disk of the server is full and nothing was kept; ask the administrator',
    'read-only': 'the data folder of the server cannot be written; ask the administrator',
    unreachable: 'the server does not answer',
    unavailable: 'the server cannot do it at present',
    'not-found': 'not found',
    'invalid-json': 'what was sent cannot be read',
    'too-large': 'what was sent is too large',
    'too-many-requests': 'too many requests; try again in {waitSeconds} seconds',
  },
  position: {
    inaccurate:
      'Your position is only known to ±{metresUncertain} m; beyond {metresAtMost} m it cannot give a chainage. Wait a moment in the open and try again.',
    'off-road':
      'You are {metresOff} m from the centreline of this road, more than {metresAllowed} m: no chainage. Walk onto the road and try again.',
  },
  other: 'Refused ({code})',
};
