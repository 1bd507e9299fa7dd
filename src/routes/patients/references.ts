/** What this page leans on, in the order of first use. `doi` is the address of the paper. */
export const REFERENCES = [
  {
    id: 'sharma2017',
    text: 'Sharma P, Hu-Lieskovan S, Wargo JA, et al. Primary, adaptive, and acquired resistance to cancer immunotherapy. Cell. 2017;168(4):707-723.',
    doi: '10.1016/j.cell.2017.01.017'
  },
  {
    id: 'chen2017',
    text: 'Chen DS, Mellman I. Elements of cancer immunity and the cancer-immune set point. Nature. 2017;541(7637):321-330.',
    doi: '10.1038/nature21349'
  },
  {
    id: 'catakovic2017',
    text: 'Catakovic K, Klieser E, Neureiter D, et al. T cell exhaustion: from pathophysiological basics to tumor immunotherapy. Cell Commun Signal. 2017;15(1):1.',
    doi: '10.1186/s12964-016-0160-z'
  },
  {
    id: 'yuan2016',
    text: 'Yuan J, Hegde PS, Clynes R, et al. Novel technologies and emerging biomarkers for personalized cancer immunotherapy. J Immunother Cancer. 2016;4:3.',
    doi: '10.1186/s40425-016-0107-3'
  },
  {
    id: 'ferrara2018',
    text: 'Ferrara R, Pilotto S, Caccese M, et al. Do immune checkpoint inhibitors need new studies methodology? J Thorac Dis. 2018;10(suppl 13):S1564-S1580.',
    doi: '10.21037/jtd.2018.01.131'
  },
  {
    id: 'day2016',
    text: 'Day D, Siu LS. Approaches to modernize the combination drug development paradigm. Genome Med. 2016;8(1):115.',
    doi: '10.1186/s13073-016-0369-x'
  }
] as const;

export type ReferenceId = (typeof REFERENCES)[number]['id'];
