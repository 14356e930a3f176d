// What is measured in the town: names, units, and the ranges in which nobody worries.
import type { Measured } from './resources.ts'

const measured = (
  says: string,
  loinc: string,
  unit: string,
  ucum: string,
  decimals: number,
  range: Measured['range'],
  vital = false,
): Measured => ({ says, loinc, unit, ucum, decimals, range, vital })

/** @source Ranges as laboratories and NICE state them: NG28, NG136, NG203, NG115, NG238 */
export const measures = {
  hba1c: measured('HbA1c', '59261-8', 'mmol/mol', 'mmol/mol', 0, [20, 41]),
  cholesterol: measured('Total cholesterol', '14647-2', 'mmol/L', 'mmol/L', 1, [null, 5]),
  hdl: measured('HDL cholesterol', '14646-4', 'mmol/L', 'mmol/L', 1, [1, null]),
  creatinine: measured('Creatinine', '14682-9', 'µmol/L', 'umol/L', 0, [45, 104]),
  egfr: measured('eGFR', '62238-1', 'mL/min/1.73m²', 'mL/min/{1.73_m2}', 0, [60, null]),
  potassium: measured('Potassium', '2823-3', 'mmol/L', 'mmol/L', 1, [3.5, 5.3]),
  sodium: measured('Sodium', '2951-2', 'mmol/L', 'mmol/L', 0, [133, 146]),
  haemoglobin: measured('Haemoglobin', '718-7', 'g/L', 'g/L', 0, [115, 165]),
  whiteCells: measured('White cell count', '6690-2', '10⁹/L', '10*9/L', 1, [4, 11]),
  platelets: measured('Platelets', '777-3', '10⁹/L', '10*9/L', 0, [150, 410]),
  tsh: measured('Thyroid (TSH)', '11580-8', 'mU/L', 'm[IU]/L', 1, [0.3, 4.2]),
  alt: measured('Liver (ALT)', '1742-6', 'U/L', 'U/L', 0, [null, 41]),
  ferritin: measured('Ferritin', '2276-4', 'µg/L', 'ug/L', 0, [15, 300]),
  vitaminB12: measured('Vitamin B12', '2132-9', 'ng/L', 'ng/L', 0, [200, 900]),
  folate: measured('Folate', '2284-8', 'µg/L', 'ug/L', 1, [3, null]),
  calcium: measured('Adjusted calcium', '29265-6', 'mmol/L', 'mmol/L', 2, [2.2, 2.6]),
  urineAcr: measured('Urine albumin to creatinine', '32294-1', 'mg/mmol', 'mg/mmol', 1, [null, 3]),
  weight: measured('Weight', '29463-7', 'kg', 'kg', 1, null, true),
  height: measured('Height', '8302-2', 'cm', 'cm', 0, null, true),
  bmi: measured('BMI', '39156-5', 'kg/m²', 'kg/m2', 1, [18.5, 25], true),
  pulse: measured('Pulse', '8867-4', 'beats a minute', '/min', 0, [60, 100], true),
  oxygen: measured('Oxygen in the blood', '59408-5', '%', '%', 0, [94, null], true),
  peakFlow: measured('Peak flow', '19935-6', 'L/min', 'L/min', 0, null, true),
  fev1: measured('Air out in one second (FEV1)', '20150-9', 'L', 'L', 2, null),
  fev1Share: measured('Air out in one second, of what is expected', '20152-5', '%', '%', 0, [
    80,
    null,
  ]),
  fev1Fvc: measured('Air out in the first second, of a whole breath', '19926-5', '%', '%', 0, [
    70,
    null,
  ]),
} as const
