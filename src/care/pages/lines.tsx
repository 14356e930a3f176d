// Words that somebody wrote, with their line breaks.

export const Lines = ({ text }: { readonly text: string }) => (
  <p className="cp-as-written">{text}</p>
)
