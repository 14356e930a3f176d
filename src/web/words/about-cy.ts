// The pages about this site in Welsh, as far as they are translated.
import type { aboutEnglish } from './about-en.ts'
import type { Translated, Widened } from './catalogue.ts'

export const aboutWelsh: Translated<Widened<typeof aboutEnglish>> = {
  leaveNoTrace: { title: 'Gadael dim ôl' },
  cookies: {
    title: 'Cwcis',
    lead: 'Nodyn bach y mae eich porwr yn ei gadw ar gyfer gwefan yw cwci. Rydym yn defnyddio tri. Nid oes yr un ohonynt yn eich dilyn, ac nid oes yr un ar gyfer cwmni arall.',
    caption: 'Y cwcis a ddefnyddiwn',
    name: 'Enw',
    does: 'Beth mae’n ei wneud',
    lasts: 'Am ba hyd y mae’n para',
    session:
      'Mae’n dangos eich bod wedi mewngofnodi. Rhif ar hap ydyw ac nid yw’n dweud dim amdanoch.',
    visit: 'Mae’n dangos bod ffurflen wedi dod o’r wefan hon pan nad ydych wedi mewngofnodi.',
    language: 'Mae’n cofio a ddewisoch Gymraeg neu Saesneg.',
    untilClosed: 'Nes i chi allgofnodi neu gau eich porwr',
    untilBrowserClosed: 'Nes i chi gau eich porwr',
    oneYear: 'Blwyddyn',
    why: 'Pam nad ydym yn gofyn yn gyntaf',
    because:
      'Ni all y wefan eich cadw’n ddiogel, na defnyddio’r iaith a ddewisoch, heb y rhain. Mae’r gyfraith yn caniatáu i ni eu defnyddio heb ofyn. Nid oes rhai eraill i’w gwrthod.',
    clear: 'I’w dileu, allgofnodwch a chau eich porwr, neu gliriwch y cwcis yn ei osodiadau.',
  },
}
