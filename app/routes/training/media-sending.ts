/** How far an upload by script is. */
export interface SendingState {
  readonly fileName: string;
  readonly sentBytes: number;
  readonly totalBytes: number;
  readonly taken: number;
  readonly refused: readonly string[];
  readonly isOver: boolean;
  /** The line broke, or the server did not answer sensibly: what follows was not sent. */
  readonly isBroken: boolean;
}

interface Answer {
  readonly taken: number;
  readonly refused: readonly string[];
}

/** Sends the files one after the other and tells after every step; stops where the line breaks. */
export async function sendFiles(
  address: string,
  files: readonly File[],
  tell: (state: SendingState) => void,
): Promise<SendingState> {
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  let state: SendingState = {
    ...{ fileName: "", sentBytes: 0, totalBytes, taken: 0, refused: [] },
    ...{ isOver: false, isBroken: false },
  };
  const change = (changes: Partial<SendingState>) => tell((state = { ...state, ...changes }));
  let before = 0;
  for (const file of files) {
    change({ fileName: file.name, sentBytes: before });
    const answer = await sendOne(address, file, (sent) =>
      change({ sentBytes: before + Math.min(sent, file.size) }),
    );
    if (answer === null) {
      change({ isOver: true, isBroken: true });
      return state;
    }
    before += file.size;
    const refused = [...state.refused, ...answer.refused];
    change({ sentBytes: before, taken: state.taken + answer.taken, refused });
  }
  change({ isOver: true });
  return state;
}

/** XMLHttpRequest, because fetch does not tell how much has been sent. Null: no sensible answer. */
function sendOne(
  address: string,
  file: File,
  progress: (sentBytes: number) => void,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("files", file);
    request.upload.onprogress = ({ loaded }) => progress(loaded);
    request.onload = () => resolve(request.status === 200 ? read(request.responseText) : null);
    request.onerror = () => resolve(null);
    request.onabort = () => resolve(null);
    request.open("POST", address);
    request.send(form);
  });
}

/** A session that ended is answered with the page to sign in, which is no answer here. */
function read(text: string): Answer | null {
  try {
    const answer = JSON.parse(text) as Partial<Answer>;
    const { taken, refused } = answer;
    return typeof taken === "number" && Array.isArray(refused) ? { taken, refused } : null;
  } catch {
    return null;
  }
}
