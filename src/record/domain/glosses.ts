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
  ['A1c', 'a blood test that shows your blood sugar over the last 3 months'],
  ['acetaminophen', 'another name for paracetamol, a painkiller'],
  ['anemia', 'too few red blood cells, which can make you tired'],
  ['anaemia', 'too few red blood cells, which can make you tired'],
  ['bronchitis', 'an infection of the airways in the lungs'],
  ['cardioversion', 'a small electric shock that brings the heart back to a regular beat'],
  ['cholesterol', 'a fat in the blood; too much is bad for the heart'],
  ['colonoscopy', 'a look inside the bowel with a thin camera'],
  ['conjugate', 'said of a vaccine: made stronger by joining two parts'],
  ['creatinine', 'waste in the blood that shows how well your kidneys work'],
  ['diastolic', 'the lower number of a blood pressure, between two beats of the heart'],
  ['DTaP', 'a vaccine against diphtheria, tetanus and whooping cough'],
  ['ejection fraction', 'how much blood the heart pumps out with each beat'],
  ['erythrocyte', 'a red blood cell'],
  ['FEV1', 'how much air you can blow out in one second'],
  ['FVC', 'how much air you can blow out in all'],
  ['glomerular filtration', 'how fast your kidneys clean your blood'],
  ['hematocrit', 'how much of your blood is red cells'],
  ['hemoglobin', 'what carries oxygen in your blood'],
  ['haemoglobin', 'what carries oxygen in your blood'],
  ['Hib', 'a vaccine against an infection that can cause meningitis'],
  ['HPV', 'a virus that can cause some cancers; there is a vaccine'],
  ['hypertriglyceridemia', 'too much of one kind of fat in the blood'],
  ['IPV', 'a vaccine against polio'],
  ['laceration', 'a cut'],
  ['leukocyte', 'a white blood cell, which fights infection'],
  ['MCH', 'how much oxygen carrier is in one red blood cell'],
  ['MCHC', 'how strong the oxygen carrier is in red blood cells'],
  ['MCV', 'how large the red blood cells are'],
  ['metabolic', 'to do with how your body uses food and energy'],
  ['microalbumin', 'a little protein in the urine; it can be an early sign in the kidneys'],
  ['MMR', 'a vaccine against measles, mumps and rubella'],
  ['MMSE', 'a short test of memory and thinking'],
  ['obesity', 'a weight that is high enough to harm your health'],
  ['osteoarthritis', 'joints that are worn, and so stiff and painful'],
  ['osteoporosis', 'bones that have become weak and break easily'],
  ['otitis media', 'an infection in the ear'],
  ['PCV', 'a vaccine against a germ that causes pneumonia'],
  ['pharyngitis', 'a sore throat'],
  ['platelet', 'a cell in the blood that helps it to clot'],
  ['polysaccharide', 'said of a vaccine: made from the coat of a germ'],
  ['pulmonary', 'to do with the lungs'],
  ['renal', 'to do with the kidneys'],
  ['rhinitis', 'a runny or blocked nose'],
  ['spirometry', 'a test of how well your lungs work'],
  ['suture', 'stitches that close a wound'],
  ['systolic', 'the upper number of a blood pressure, as the heart beats'],
  ['triglyceride', 'one kind of fat in the blood'],
  ['urea', 'waste in the blood that shows how well your kidneys work'],
  ['varicella', 'chickenpox'],
  ['zoster', 'shingles'],
]

/** Every word that is explained, in the order of the alphabet. */
export const allGlosses: readonly Gloss[] = glosses
  .map(([word, means]) => ({ word, means }))
  .toSorted((one, other) => one.word.localeCompare(other.word, 'en-GB', { sensitivity: 'base' }))

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
