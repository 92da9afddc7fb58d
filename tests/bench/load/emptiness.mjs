// What somebody has who has nothing.

export const emptyStateVector = Buffer.from([0]);
export const emptyUpdate = Buffer.from([0, 0]);
