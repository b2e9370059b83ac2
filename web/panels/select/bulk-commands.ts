/** What can be done to many parcels at once, in the order it is offered. */
export const bulkCommands = ['record-gate', 'assign-parcels', 'release-parcels'] as const;
