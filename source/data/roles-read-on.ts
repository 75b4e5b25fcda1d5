/**
When the definitions in `built-in-roles.ts` were last read. Apart, so that whoever tells of it does not load them.
*/
export const rolesReadOn = '2026-08-22';
