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
      print: 'print any page, and your record and plan for paper',
      needs:
        'say once how you want to be told things: in easy read, in large print, in another way',
      easyRead: 'read what we tell you, and your own plan, in easy read',
    },
    letters: 'The letters are Atkinson Hyperlegible Next, made for people with low vision.',
    measure: 'How well it meets the standard',
    standard:
      'We aim to meet level AA of the Web Content Accessibility Guidelines (WCAG) version 2.2. Our tests check pages in a real browser by machine, by keyboard and on small screens each time the site changes.',
    notYet: 'What does not work yet',
    notYetList: {
      people: 'People who use screen readers or voice control have not tested it for us yet.',
      welsh: 'Only some pages are in Welsh. A page that is not says so.',
      easyRead:
        'Most pages have no easy read version: messages from us and your plan have one, forms and ' +
        'published pages do not.',
      sign: 'Nothing is in British Sign Language yet. If you need it, we keep a note each time we could not give it to you, and staff see it.',
      written:
        'What other people write is in their own words. Staff see how hard it is to read before they send it.',
      files:
        'A letter or a photo that somebody adds is shown as it came. It may not work with a screen reader.',
    },
    stopped: 'If something stops you',
    tell: 'Tell the organisation that runs this site. Say which page it was and what you wanted to do. You can ask for it in another form, such as large print, audio or paper.',
    unhappy:
      'If you are not happy with the answer, contact the Equality Advisory and Support Service on 0808 800 0082 or at equalityadvisoryservice.com. The Equality and Human Rights Commission enforces the law: the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
  },
  leaveNoTrace: {
    title: 'Leave no trace',
    lead: 'If somebody watches what you do on your phone or computer, read this first.',
    danger: 'If you are in danger now, call 999. If you cannot speak, press 55 when you are asked.',
    quickly: 'To leave this site quickly',
    quicklyList: {
      link: 'Use the link “Leave this site quickly” at the top of each page. It opens a weather page.',
      keys: 'With a keyboard you can also press the Escape key three times.',
      out: 'You are signed out at the same time. Without JavaScript you stay signed in: sign out yourself when you can.',
    },
    after: 'After that',
    afterList: {
      history:
        'Your browser may still list the pages you were on. You can remove this site from its history. If you remove all of it, somebody may notice.',
      private: 'Next time you can use a private or incognito window. It keeps no history.',
      device:
        'If you can, use a device that nobody else can open: at a library, or of a friend you trust.',
      password:
        'Sign out each time. On the page “About me” you can see where you are signed in, and end it.',
    },
    hide: 'To hide what is private in your own lists',
    hideSays:
      'When you are signed in, the page “Share” leads to “Private things in my lists”. You can leave them out of your lists there.',
    limits: 'What this cannot do',
    limitsList: {
      phone: 'It cannot help when somebody has put a program on your phone that watches it.',
      words:
        'A word that a message waits may still come to your phone or e-mail. You can change this on the page “How you want to be told things”.',
      network:
        'Whoever runs your internet may see that you were on this site. They cannot see which page.',
    },
    help: 'People who can help',
    helpList: {
      women: 'National Domestic Abuse Helpline: 0808 2000 247, day and night, free',
      men: 'Men’s Advice Line: 0808 8010 327',
      wales: 'Live Fear Free in Wales: 0808 80 10 800, day and night, free',
      samaritans: 'Samaritans: 116 123, day and night, free',
    },
  },
  privacy: {
    title: 'Privacy',
    lead: 'What you tell us is yours. This page says what we keep, why, and what you can ask for.',
    keep: 'What we keep',
    keepList: {
      who: 'who you are: your name, birthday, NHS number and how to reach you',
      record:
        'your health record: what you add, what you bring in, and what staff write whom you let write',
      plans: 'your plans, your decisions, and how you say that you are doing',
      said: 'what you tell services, in a story or a complaint, and what they answer',
      promised: 'what was promised to you, and whether it was done',
      shared: 'what you share and with whom, and who acts for you',
      looks: 'a receipt of each look at what is yours: who looked, when, and why they could',
      needs: 'how you want to be told things',
      sessions: 'when you signed in, so that you can see it and end it',
    },
    sees: 'Who can see it',
    seesList: {
      you: 'You see all of it. You say who else sees what, for what, and until when. You can stop it at once.',
      nobody:
        'Nobody else sees anything of your record unless you share it. There are four exceptions.',
      emergency:
        'In an emergency, a doctor, nurse or pharmacist can open it for some hours. They must say why. You are told at once.',
      correction:
        'If you ask for a correction, those who answer see that one entry until they have answered.',
      proxy:
        'Somebody may act for you: because you said so, or because staff decided it by the rules for people who cannot decide. You see who, and you can stop it.',
      runs: 'Whoever runs this site can put your name, birthday or NHS number right. You are told. By law they may have to give you, or erase, what we keep. Each leaves a receipt.',
      told: 'A story is read by two people before others can read it. Your name is not shown unless you want it.',
      numbers: 'Numbers about people are published only in groups, and small numbers are hidden.',
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
      copy: 'a copy of what we keep about you: on the page “Take everything with you” you have it at once',
      correct:
        'a correction of what is wrong: open the entry and say what is wrong. You get an answer within one month',
      look: 'why somebody looked: open the look and ask. You get an answer within one month',
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
