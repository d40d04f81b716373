/** A window of its own, not a tab: it goes to the projector while the desk stays here. */
export function openScreen(code: string, screen: string): void {
  const path = screen === 'main' ? code : `${code}/${screen}`
  window.open(
    `/present/screen/${path}`,
    `mvoting-screen-${code}-${screen}`,
    'popup,width=1280,height=720',
  )
}
