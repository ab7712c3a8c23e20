// Every rule of the domain, folder by folder: the index of each folder lists what it exports.
export * from './access/index.ts';
export * from './breakdown/index.ts';
export * from './changes/index.ts';
export * from './contract.ts';
export * from './disclosure/index.ts';
export * from './following/index.ts';
export * from './framework/index.ts';
export * from './notices/index.ts';
export * from './parsing/index.ts';
export * from './periods/index.ts';
export * from './progress/index.ts';
export * from './quality/index.ts';
export * from './validation/index.ts';
export * from './values/index.ts';
export * from './workflow/index.ts';
