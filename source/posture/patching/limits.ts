/**
Images come weekly: two are missed without harm, four are known holes in the kernel. Days.
*/
export const toleratedDays = 14;
export const severeDays = 30;

/**
Days between Patch Tuesday and an image of its fixes that is rolled out.
*/
export const patchGraceDays = 14;

/**
A family whose newest image is older than this many days gets none any more: to be on it is not to be current.
*/
export const silentDays = 90;

/**
A restart that has been waited for longer than this many days is nobody's to do.
*/
export const patientDays = 7;
