import { groupsIn, type Offer, type Offered, slotsByPlace } from './slots.ts';

/**
 * The completion script for PowerShell, 5.1 and later. Nothing but ASCII, since Windows PowerShell reads what a program
 * prints in the code page of the console. Where nothing is offered PowerShell completes files.
 */
export function powershell(offered: Offered): string {
  const { program, commands } = offered;
  // A result without a description is refused.
  const described = ({ text, description }: Offer) => ({ text, tip: description || text });
  const data = {
    commands: [program, ...commands].map(({ text, options }) => ({
      text,
      options: options.flatMap(({ flags, description }) => flags.map((text) => described({ text, description }))),
    })),
    slots: slotsByPlace(offered).map(({ places, slot }) => ({ places, offers: slot.offers.map(described) })),
  };
  const json = JSON.stringify(data).replace(
    /[^ -~]|'/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `# hn-gp completion for PowerShell; made by: hn-gp completion powershell
Register-ArgumentCompleter -Native -CommandName 'hn-gp' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $data = '${json}' | ConvertFrom-Json
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    $current = "$wordToComplete"
    $before = ''
    $command = '${program.text}'
    $position = 1
    $taken = $null
    foreach ($word in $words) {
        if ($taken) {
            $taken = $null
        } elseif ($word.StartsWith('-')) {
            $taken = $data.slots | Where-Object { $_.places -ccontains "$command $word" }
        } elseif ($command -ceq '${program.text}') {
            $command = $word
        } elseif (@(${groupsIn(offered)
          .map((group) => `'${group}'`)
          .join(', ')}) -ccontains $command) {
            $command = "$command $word"
        } else {
            $position++
        }
    }
    if ($taken) {
        $offers = $taken.offers
    } elseif ($current -match '^(--[^=]+)=(.*)$') {
        $before = $Matches[1] + '='
        $current = $Matches[2]
        $place = "$command " + $Matches[1]
        $offers = ($data.slots | Where-Object { $_.places -ccontains $place }).offers
    } elseif ($current.StartsWith('-')) {
        $offers = ($data.commands | Where-Object { $_.text -ceq $command }).options
    } else {
        $offers = ($data.slots | Where-Object { $_.places -ccontains "$command @$position" -or $_.places -ccontains "$command @*" }).offers
    }
    $offers | Where-Object { $_.text -and $_.text.StartsWith($current, [StringComparison]::Ordinal) } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($before + $_.text, $_.text, 'ParameterValue', $_.tip)
    }
}
`;
}
