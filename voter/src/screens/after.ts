/** What follows a cast, by the screen's name: one file, fetched as soon as a ballot is on its way. */
export { default as elsewhere } from './Elsewhere.svelte'
export { default as passRule } from '../parts/PassRule.svelte'
export { default as protection } from '../parts/ProtectionText.svelte'
export { default as replaced } from './Replaced.svelte'
export { default as result } from './Result.svelte'
export { default as sealed } from './Sealed.svelte'
export { default as tracking } from '../parts/Tracking.svelte'
export { default as told } from './ToldBallot.svelte'
