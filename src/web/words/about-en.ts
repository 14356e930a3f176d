// The pages about this site in English: cookies, accessibility, privacy, how to check us.

export const aboutEnglish = {
  cookies: {
    title: 'Cookies',
    lead: 'A cookie is a small note that your browser keeps for a site. We use three. None of them follows you, and none is for another company.',
    caption: 'The cookies we use',
    name: 'Name',
    does: 'What it does',
    lasts: 'How long it lasts',
    session: 'Shows that you are signed in. It is a random number and says nothing about you.',
    visit: 'Shows that a form came from this site when you are not signed in.',
    language: 'Remembers if you chose English or Welsh.',
    untilClosed: 'Until you sign out or close your browser',
    untilBrowserClosed: 'Until you close your browser',
    oneYear: 'One year',
    why: 'Why we do not ask first',
    because:
      'The site cannot keep you safe, or use the language you chose, without these. The law lets us use them without asking. There are no others to say no to.',
    clear: 'To remove them, sign out and close your browser, or clear the cookies in its settings.',
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody should be able to use Coproduce. This page says what works, what does not yet, and what to do if something stops you.',
    can: 'What you can do',
    canList: {
      zoom: 'make the text up to 4 times bigger without scrolling sideways',
      keyboard: 'use every page with a keyboard alone',
      reader: 'use a screen reader: pages have headings, landmarks and labels',
      contrast: 'use your own colours or high contrast',
      scripts: 'use every page with JavaScript turned off',
      print: 'print any page',
    },
    letters: 'The letters are Atkinson Hyperlegible Next, made for people with low vision.',
    measure: 'How well it meets the standard',
    standard:
      'We aim to meet level AA of the Web Content Accessibility Guidelines (WCAG) version 2.2. Our tests check pages in a real browser by machine, by keyboard and on small screens each time the site changes.',
    notYet: 'What does not work yet',
    notYetList: {
      people: 'People who use screen readers or voice control have not tested it for us yet.',
      welsh: 'Only some pages are in Welsh. A page that is not says so.',
      easyRead: 'There are no Easy Read or British Sign Language versions yet.',
    },
    stopped: 'If something stops you',
    tell: 'Tell the organisation that runs this site. Say which page it was and what you wanted to do. You can ask for it in another form, such as large print, audio or paper.',
    unhappy:
      'If you are not happy with the answer, contact the Equality Advisory and Support Service on 0808 800 0082 or at equalityadvisoryservice.com. The Equality and Human Rights Commission enforces the law: the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
  },
  privacy: {
    title: 'Privacy',
    lead: 'What you tell us is yours. This page says what we keep, why, and what you can ask for.',
    keep: 'What we keep',
    keepList: {
      said: 'what you and others write here, and when',
      promised: 'what was promised to you, and whether it was done',
      sessions: 'when you signed in, so that you can see it and end it',
    },
    chained:
      'What people are promised to keep is never changed in secret. Each thing we keep is linked to the one before. If somebody altered it, the check would show it.',
    never: 'What we do not do',
    neverList: {
      sell: 'We do not sell what we know, and we show no adverts.',
      follow: 'We do not follow you to other sites.',
      logs: 'Our technical logs do not hold your name, your number or the address you came from.',
    },
    rights: 'What you can ask for',
    rightsList: {
      copy: 'a copy of what we keep about you',
      correct: 'a correction of what is wrong',
      erase: 'that something is erased, where the law allows it',
      stop: 'that we stop or limit what we do with it',
    },
    ask: 'Ask the organisation that runs this site. It answers within one month. It costs nothing.',
    unhappy:
      'If you are not happy with the answer, contact the Information Commissioner’s Office on 0303 123 1113 or at ico.org.uk.',
    demonstration:
      'In a demonstration, everybody is made up. Nothing there is about a real person.',
  },
  check: {
    title: 'How to check us',
    lead: 'You do not have to believe us. Anyone can check that what was recorded here is still as it was.',
    facts: 'Things that happened are kept as facts',
    factsSay:
      'A fact is something that happened, such as “complaint received”. It is added at the end and never edited. Each fact carries a fingerprint of the one before it. If one letter changes, the fingerprints no longer fit.',
    proofs: 'You can hold a proof',
    proofsSay:
      'A proof is a small signed note that something was recorded. Keep it. It shows later that the record was there, even if we say it was not.',
    checkpoints: 'Once a day we sign everything',
    checkpointsSay:
      'A checkpoint is one short line made from every record we hold. It is signed and published, and it includes the checkpoint before. So we cannot change the past without everybody seeing it.',
    erased: 'Erasing does not break it',
    erasedSay:
      'When something must be erased by law, its words are taken out of what we keep. Only its fingerprint stays, and the chain still holds. Older backups are destroyed apart.',
    how: 'How to do it yourself',
    howSay:
      'The program that checks is the same one we use, and everybody may read it. On a computer with Coproduce installed, type this with the name of your file:',
    command: 'npx coproduce verify my-proof.json',
    result:
      'It says that everything holds, or it names the first fact that does not. If it finds one, show it to somebody you trust, and to us.',
  },
} as const
