// What short words and medical words mean, in plain English.

export type Gloss = { readonly word: string; readonly means: string }

/** @source NHS website, Health A to Z; NHS App, abbreviations found in medical records */
const glosses: readonly (readonly [string, string])[] = [
  ['BMI', 'body mass index: your weight compared with your height'],
  ['BP', 'blood pressure'],
  ['COPD', 'a lung disease that makes it hard to breathe'],
  ['CKD', 'kidneys that do not work as well as they should, for a long time'],
  ['CT', 'a scan that makes a picture from many X-rays'],
  ['DNA', 'did not attend: you were not at the appointment'],
  ['ECG', 'a test of the heart’s rhythm'],
  ['eGFR', 'a blood test that shows how well your kidneys work'],
  ['FBC', 'a blood test that counts the cells in your blood'],
  ['GP', 'general practitioner: your family doctor'],
  ['HbA1c', 'a blood test that shows your blood sugar over the last 3 months'],
  ['HDL', 'a kind of cholesterol, called the good one'],
  ['LDL', 'a kind of cholesterol, called the bad one'],
  ['LFT', 'a blood test that shows how well your liver works'],
  ['MRI', 'a scan that makes a picture with magnets'],
  ['NSAID', 'a kind of painkiller, such as ibuprofen'],
  ['TIA', 'a mini-stroke'],
  ['TFT', 'a blood test that shows how well your thyroid works'],
  ['UTI', 'an infection in the bladder or nearby'],
  ['anaphylaxis', 'a bad allergic reaction that needs help at once'],
  ['atrial fibrillation', 'a heartbeat that is not regular'],
  ['hyperlipidemia', 'too much fat in the blood'],
  ['hypertension', 'high blood pressure'],
  ['myocardial infarction', 'a heart attack'],
  ['neuropathy', 'damage to nerves, often felt as tingling or numbness'],
  ['prediabetes', 'blood sugar that is higher than usual, but not diabetes'],
  ['retinopathy', 'damage to the back of the eye'],
  ['sinusitis', 'swelling around the nose, often after a cold'],
]

const tests = glosses.map(([word, means]) => ({
  gloss: { word, means },
  test: new RegExp(
    String.raw`(?<![\p{L}\p{N}])${word}s?(?![\p{L}\p{N}])`,
    /[A-Z]/.test(word) ? 'u' : 'iu',
  ),
}))

/** What the words of a text mean, each once, in the order of the list. */
export const glossesIn = (text: string): readonly Gloss[] =>
  tests.filter(({ test }) => test.test(text)).map(({ gloss }) => gloss)
