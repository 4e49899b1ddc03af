import { CopyButton } from './copy-button.tsx';

interface Props {
  id: string;
  label: string;
  address: string;
  hint?: string;
}

/** An address to be copied. */
export function AddressBox({ id, label, address, hint }: Props) {
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint && <p className="mt-0.5 text-muted text-sm">{hint}</p>}
      <div className="mt-1.5 flex gap-2">
        <input id={id} readOnly value={address} className="control min-w-0 font-mono text-sm" />
        <CopyButton boxId={id} what={label.toLowerCase()} />
      </div>
    </div>
  );
}
