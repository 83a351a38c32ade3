import { win32 } from 'node:path';
import type { Words } from '../model/finding.ts';

/** Names that Windows has for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=$|[. ])/i;

/** Why nothing can be written by a name on Windows, or nothing that Explorer could open; undefined where it can, and elsewhere. */
export function unwritableName(path: string, platform: NodeJS.Platform): Words | undefined {
  if (platform !== 'win32') return undefined;
  const name = win32.basename(path);
  const [device] = DEVICE.exec(name) ?? [];
  if (device !== undefined)
    return {
      zh: `Windows 把 ${device} 留作设备名，不能作文件名，请换一个`,
      en: `Windows keeps ${device} for a device, so no file can have that name; choose another`,
    };
  if (/[<>:"|?*]/.test(name))
    return {
      zh: 'Windows 的文件名里不能有 < > : " | ? *，请换一个',
      en: 'file names on Windows cannot have any of < > : " | ? *; choose another',
    };
  if (/[. ]$/.test(name))
    return {
      zh: 'Windows 的文件名不能以点或空格结尾，请换一个',
      en: 'file names on Windows cannot end in a dot or a blank; choose another',
    };
  return undefined;
}
