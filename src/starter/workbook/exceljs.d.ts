// The library's workbook alone: its entry brings readers for streams along that nothing here uses.
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs';
  export default Workbook;
}
