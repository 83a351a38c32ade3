import { withoutInvisible } from '../../text/typography.ts';

/** The characters of the vocabulary that are written otherwise in traditional Chinese, each with that form behind it. */
const TRADITIONAL = [
  '专專业業书書会會传傳体體册冊划劃则則别別务務励勵协協单單发發员員围圍场場备備学學实實审審对對导導层層岗崗带帶帮幫库庫开開录錄态態总總报報拟擬',
  '数數断斷无無时時术術机機来來构構标標档檔毕畢沟溝满滿点點状狀独獨盖蓋种種称稱签簽类類级級约約线線组組织織经經结結绩績继繼续續编編职職范範',
  '规規订訂计計训訓议議记記设設证證评評课課调調责責贴貼费費资資践踐违違选選销銷长長门門问問间間队隊题題额額余餘医醫师師项項讲講观觀频頻视視',
  '现現参參预預检檢验驗联聯疗療轮輪论論权權义義养養惩懲儿兒妇婦产產脑腦肿腫声聲复復遗遺损損伤傷关關础礎个個与與处處过過动動办辦内內区區县縣',
  '镇鎮药藥应應绍紹认認识識语語说說请請负負财財质質购購质質',
].join('');

const simplified = new Map<string, string>();
for (let at = 0; at < TRADITIONAL.length; at += 2) simplified.set(TRADITIONAL.charAt(at + 1), TRADITIONAL.charAt(at));

/** A form without what typing adds to it: full width, capitals, blanks, hyphens within, quotation marks, what is invisible, traditional characters. */
export const bareForm = (form: string): string =>
  withoutInvisible(form.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s_"'“”‘’「」]|(?<=.)-/g, '')
    .replace(/[\u4e00-\u9fff]/g, (character) => simplified.get(character) ?? character);
