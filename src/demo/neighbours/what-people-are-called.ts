// What the neighbours are called: first names by when and where families come from, family names.
import type { Dice } from './dice.ts'

export type Gender = 'female' | 'male'

type Names = {
  readonly family: string
  /** Given to those born before 1965, and since. */
  readonly older: Readonly<Record<Gender, string>>
  readonly younger: Readonly<Record<Gender, string>>
}

/** How many in a hundred households, and what they are called. Names as common as in any town. */
const families: readonly (readonly [weight: number, names: Names])[] = [
  [
    52,
    {
      family: `
          Atkins Baker Barlow Bradley Brennan Carter Chapman Cooper Dawson Dixon Ellis
          Fletcher Foster Gibson Graham Hargreaves Harper Hill Holt Hudson Jackson Kemp
          Knight Lawson Marsh Mason Mitchell Moss Newton Nolan Palmer Parkin Pearson
          Potter Quinn Reid Robson Rowe Sharp Shaw Slater Stone Sutton Taylor Turner
          Walker Ward Webb Wilkinson Wood`,
      older: {
        female: `
            Barbara Brenda Carol Christine Doreen Eileen Janet Jean Joyce Linda
            Margaret Marjorie Maureen Pamela Patricia Pauline Rita Sheila Susan Sylvia`,
        male: `
          Alan Albert Barry Brian Colin David Dennis Derek Frank George Graham Harold
          John Keith Kenneth Malcolm Peter Raymond Roy Stanley`,
      },
      younger: {
        female: `
            Amy Bethany Charlotte Chloe Claire Ellie Emily Emma Freya Gemma Hannah
            Jessica Katie Laura Lucy Molly Nicola Poppy Rachel Sophie`,
        male: `
          Adam Alfie Andrew Ben Callum Charlie Daniel Harry Jack James Jamie Joshua
          Kieran Lewis Liam Matthew Oliver Ryan Simon Thomas`,
      },
    },
  ],
  [
    12,
    {
      family: `
          Bowen Davies Edwards Evans Griffiths Howells Jenkins Jones Llewellyn Morgan
          Owen Parry Powell Prosser Pugh Roberts Thomas Vaughan Watkins Williams`,
      older: {
        female: 'Blodwen Bronwen Eirlys Glenys Gwyneth Mair Menna Morfydd Myfanwy Olwen',
        male: 'Aneurin Dewi Elwyn Emlyn Emyr Glyn Gwilym Idris Ieuan Islwyn',
      },
      younger: {
        female: 'Angharad Carys Catrin Cerys Elin Ffion Lowri Nia Rhian Seren',
        male: 'Aled Dylan Gareth Gethin Huw Iestyn Ioan Osian Rhodri Rhys',
      },
    },
  ],
  [
    14,
    {
      family: `
          Ahmed Akhtar Begum Bhatt Chaudhry Desai Dhillon Gill Hussain Islam Joshi Kaur
          Khatun Malik Mistry Parmar Rahman Sandhu Sharma Sheikh`,
      older: {
        female: 'Amina Gurdip Harbans Jyoti Kamla Nasreen Parveen Pushpa Shanta Zubeda',
        male: 'Abdul Ashok Bashir Gurmit Harjit Iqbal Mohan Rashid Suresh Yusuf',
      },
      younger: {
        female: 'Aaliyah Anjali Fatima Harpreet Iqra Meera Nadia Sanjana Simran Zara',
        male: 'Amir Arjun Bilal Hamza Imran Jaspreet Nikhil Rohan Sameer Zain',
      },
    },
  ],
  [
    10,
    {
      family: `
          Adebayo Agyeman Asante Bailey Campbell Francis Grant Idowu James Kamara Mbeki
          Mohamud Nwosu Obi Osei Richards Samuels Sesay Warsame Yeboah`,
      older: {
        female: 'Beverley Comfort Dolores Esther Faith Gloria Hyacinth Mavis Patience Winifred',
        male: 'Cecil Clarence Emmanuel Errol Everton Felix Isaac Kwame Leroy Winston',
      },
      younger: {
        female: 'Abena Aisha Chantelle Chidinma Hodan Jade Keisha Naomi Temi Zainab',
        male: 'Abdi Chidi Dwayne Elijah Femi Jerome Kwesi Marlon Nathan Tunde',
      },
    },
  ],
  [
    8,
    {
      family: `
          Balan Dumitru Ionescu Jankauskas Kaminski Kowalczyk Lewandowski Marin Mazur
          Petrov Popescu Stan Szymanski Wojcik Zielinski`,
      older: {
        female: 'Danuta Elena Halina Irena Krystyna Maria Teresa Wanda',
        male: 'Bogdan Jerzy Jozef Mihai Stanislaw Tadeusz Vasile Zbigniew',
      },
      younger: {
        female: 'Agnieszka Alina Andreea Julia Kasia Magda Oliwia Zuzanna',
        male: 'Adrian Filip Jakub Kacper Marek Matei Pawel Tomasz',
      },
    },
  ],
  [
    4,
    {
      family: 'Chan Chen Cheung Dela-Cruz Lam Li Nguyen Reyes Santos Tran Wong Yip',
      older: {
        female: 'Lai Mei Rosario Suk Thi Ying',
        male: 'Chi Hung Kwok Ramon Tuan Wai',
      },
      younger: {
        female: 'Angel Hannah Jasmine Linh Michelle Vivian',
        male: 'Andrew Brian Jason Kevin Minh Nathaniel',
      },
    },
  ],
]

const list = (text: string): readonly string[] => text.trim().split(/\s+/)

export type Naming = (born: number, gender: Gender) => string

/** What a household is called, and a way to name each of its people. */
export function nameHousehold(dice: Dice): Naming {
  const { family, older, younger } = dice.weigh(families)
  const surname = dice.pick(list(family))
  const given = new Set<string>()
  return (born, gender) => {
    const names = list((born < 1965 ? older : younger)[gender]).filter((one) => !given.has(one))
    const first = dice.pick(names)
    given.add(first)
    return `${first} ${surname}`
  }
}
