/** Who is here and who may vote, by the screen's name: one file, for a phone that is asked. */
export { default as fresh } from './Fresh.svelte'
export { default as join } from './Join.svelte'
export { default as watch } from './Watch.svelte'
