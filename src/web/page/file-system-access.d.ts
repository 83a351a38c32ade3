// What Chrome and Edge have beyond the standard that TypeScript describes: handles of files that can be read again.
type FileSystemEntryHandle = FileSystemFileHandle | FileSystemDirectoryHandle;

interface FileSystemDirectoryHandle {
  values(): AsyncIterableIterator<FileSystemEntryHandle>;
}

interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemEntryHandle | null>;
}

interface Window {
  showOpenFilePicker?(options: { multiple: true }): Promise<FileSystemFileHandle[]>;
  showDirectoryPicker?(): Promise<FileSystemDirectoryHandle>;
}
