// What people are told about a story or a matter, plain and in easy read: no words of it.

export const messageWords = {
  concern: {
    subject: 'A concern to look at now',
    body: 'Somebody told us of something that should be put right. Open it and answer.',
    easy: 'Somebody is worried.\n\nThey told us.\n\nOpen it.\n\nThen answer.',
  },
  toAnswer: {
    subject: 'A story to answer',
    body: 'Somebody told what happened to them in your service. It has been read and can be answered.',
    easy: 'Somebody told a story.\n\nIt is about your service.\n\nOpen it.\n\nThen answer.',
  },
  published: {
    subject: 'Your story can be read',
    body: 'Two moderators read your story. Anybody can read it now. Nobody sees your name.',
    easy: 'We read your story.\n\nNow anybody can read it.\n\nNobody sees your name.',
  },
  accepted: {
    subject: 'Your story was read',
    body: 'Two moderators read your story. The service can answer it. It is not shown in public.',
    easy: 'We read your story.\n\nThe service can answer.\n\nNobody else can read it.',
  },
  heldBack: {
    subject: 'Your story was not published',
    body: 'Open it to read why. You can say it in another way.',
    easy: 'We did not show your story.\n\nOpen it to see why.\n\nYou can say it in another way.',
  },
  answered: {
    subject: 'Your story was answered',
    body: 'Open it to read the answer. You can answer back, and say whether it helped.',
    easy: 'They answered you.\n\nOpen it to read.\n\nYou can answer back.',
  },
  replied: {
    subject: 'The author answered back',
    body: 'Whoever told a story that you answered has said something more.',
    easy: 'Somebody answered you back.\n\nOpen it to read.',
  },
  returned: {
    subject: 'What you wrote was not published',
    body: 'A moderator sent it back and says why. You can write it again.',
    easy: 'We did not show what you wrote.\n\nOpen it to see why.\n\nYou can write it again.',
  },
  matterReferred: {
    subject: 'A matter was referred to your committee',
    body: 'A body with a mandate asks your committee to look into something. Open it, and say by the day shown what you will do.',
    easy: 'Somebody asks your committee to look at something.\n\nOpen it.\n\nThen say what you will do.',
  },
  matterMoved: {
    subject: 'The committee took a step',
    body: 'Something happened with the matter that you referred to health scrutiny. Open it to see what.',
    easy: 'You asked the committee to look at something.\n\nThere is news.\n\nOpen it to read.',
  },
} as const
