/** A window of its own, not a tab: it goes to the projector while the desk stays here. */
export function openScreen(code: string, screen: string): void {
  const path = screen === 'main' ? code : `${code}/${screen}`
  const name = screen === 'main' ? 'mvoting-screen' : `mvoting-screen-${screen}`
  window.open(`/present/screen/${path}`, name, 'popup,width=1280,height=720')
}
