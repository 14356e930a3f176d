// What both sides of a complaint are told at each step, in plain words and in easy read.
// No words of the complaint itself: a message may lie open on a table.

const say = (subject: string, body: string, easy: string) => ({ subject, body, easy })

/** What the complainant, and whoever acts for them, is told. */
export const toComplainant = {
  'complaint-received': say(
    'Your complaint is with them',
    'Your complaint has been kept and sent on. Open it to see by when it is acknowledged.',
    'We have your complaint.\n\nWe sent it on.\n\nOpen it to see what comes next.',
  ),
  'complaint-acknowledged': say(
    'Your complaint was acknowledged',
    'They have it, and offer to talk with you about how it is handled and how long it takes.',
    'They have your complaint.\n\nThey can talk with you about it.\n\nOpen it to read more.',
  ),
  'complaint-plan-proposed': say(
    'A plan for your complaint',
    'They propose how your complaint is handled and by when. It holds only if you agree.',
    'They have a plan.\n\nOpen it to read.\n\nYou can say yes.\n\nYou can say no.',
  ),
  'complaint-plan-agreed': say(
    'The plan for your complaint is agreed',
    'Both sides agreed how your complaint is handled and by when you are answered.',
    'You both agree on the plan.\n\nOpen it to see the day.',
  ),
  'complaint-plan-set': say(
    'By when your complaint is answered',
    'They have written by when you are answered. You can still propose another day.',
    'They chose a day for the answer.\n\nOpen it to see the day.',
  ),
  'complaint-sharing-asked': say(
    'A question about your complaint',
    'They ask whether another organisation may have your complaint. Nothing is sent until you say yes.',
    'They want to show it to somebody else.\n\nThey need your yes.\n\nOpen it to answer.',
  ),
  'complaint-sharing-answered': say(
    'Who has your complaint now',
    'Your answer was kept. Open your complaint to see who has it and who answers.',
    'We kept your answer.\n\nOpen it to see who has your complaint.',
  ),
  'complaint-progress-told': say(
    'News of your complaint',
    'They wrote to you about how the work on your complaint goes.',
    'There is news.\n\nOpen it to read.',
  ),
  'complaint-delay-explained': say(
    'Why your complaint is not answered yet',
    'They explain why there is no answer yet. Open it to read why, and what you can do.',
    'There is no answer yet.\n\nThey say why.\n\nOpen it to read.',
  ),
  'complaint-not-dealt-with': say(
    'Your complaint is not dealt with',
    'They say why the law does not ask them to. You can ask the ombudsman, or tell it as a story.',
    'They will not deal with your complaint.\n\nThey say why.\n\nYou can ask the ombudsman.',
  ),
  'complaint-response-sent': say(
    'Your complaint was answered',
    'The answer is there, signed. If you are not satisfied you can go to the ombudsman.',
    'They answered your complaint.\n\nOpen it to read.\n\nIf it is not right, you can go on.',
  ),
  'complaint-learning-recorded': say(
    'What was learned from your complaint',
    'They say what changes because of your complaint, or why nothing does.',
    'They say what they learned.\n\nOpen it to read.',
  ),
  'complaint-representative-named': say(
    'Who acts in your complaint',
    'Somebody now acts in your complaint, or has stopped. Open it to see who.',
    'Somebody helps with your complaint, or has stopped.\n\nOpen it to see who.',
  ),
  'complaint-ombudsman-decided': say(
    'The ombudsman decided',
    'The decision stands with your complaint. What is recommended has a day of its own.',
    'The ombudsman decided.\n\nOpen it to read.',
  ),
  'complaint-clock-missed': say(
    'A day has passed in your complaint',
    'They should have done something by now and have not. You can ask, or go to the ombudsman.',
    'They are late.\n\nOpen it to see with what.\n\nYou can ask them why.',
  ),
} as const

/** What those who handle complaints for a body are told. */
export const toBody = {
  'complaint-received': say(
    'A complaint came in',
    'A formal complaint was made to you. Open it to see by when it is acknowledged.',
    'A complaint came.\n\nOpen it.\n\nSay that you have it.',
  ),
  'complaint-record-confirmed': say(
    'The written record was read',
    'Whoever complained by word of mouth says whether what was written down is right.',
    'They read what you wrote.\n\nOpen it to see if it is right.',
  ),
  'complaint-plan-proposed': say(
    'The complainant proposes another plan',
    'It holds only if you agree. Open the complaint to answer.',
    'They have another plan.\n\nOpen it to answer.',
  ),
  'complaint-plan-agreed': say(
    'The plan of a complaint is agreed',
    'Open the complaint to see the day by which you answer.',
    'You both agree on the plan.\n\nOpen it to see the day.',
  ),
  'complaint-talk-declined': say(
    'The complainant does not want to talk about the plan',
    'You now say in writing by when you answer.',
    'They do not want to talk.\n\nChoose a day.\n\nWrite it down.',
  ),
  'complaint-sharing-answered': say(
    'The complainant answered your question',
    'Open the complaint to see who may have it.',
    'They answered.\n\nOpen it to see.',
  ),
  'complaint-part-given': say(
    'A part of the answer is there',
    'An organisation that answers with you has given its part.',
    'The others wrote their part.\n\nOpen it to read.',
  ),
  'complaint-added-to': say(
    'The complainant added something',
    'Open the complaint to read it.',
    'They wrote more.\n\nOpen it to read.',
  ),
  'complaint-representative-named': say(
    'Who acts in a complaint has changed',
    'Somebody now acts for the complainant, or has stopped. Open it to see who.',
    'Somebody helps with the complaint, or has stopped.\n\nOpen it to see who.',
  ),
  'complaint-resolved-at-once': say(
    'A complaint was resolved at once',
    'The complainant says that all is well. Say what you learned from it.',
    'All is well now.\n\nSay what you learned.',
  ),
  'complaint-withdrawn': say(
    'A complaint was taken back',
    'It needs no answer. Open it to read why, if they said, and say what you learned.',
    'They took it back.\n\nSay what you learned.',
  ),
  'complaint-ombudsman-asked': say(
    'A complaint went to the ombudsman',
    'The complainant says that they took it there. You may be asked for all that was done.',
    'They went to the ombudsman.\n\nOpen it to read.',
  ),
  'complaint-ombudsman-decided': say(
    'The ombudsman decided on a complaint',
    'What is recommended is now a promise of yours with a day. If it is late, anybody sees it.',
    'The ombudsman decided.\n\nOpen it to see what you must do.',
  ),
  'complaint-clock-missed': say(
    'You are late in a complaint',
    'A day set by law or agreed with the complainant has passed. The complainant was told.',
    'You are late.\n\nOpen it.\n\nDo what is due.',
  ),
} as const
