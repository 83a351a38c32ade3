@echo off
rem The call as it came is passed on: a name with an ampersand is cut in two among the arguments.
setlocal DisableDelayedExpansion
set "HN_GP_HOME=%~dp0"
setlocal EnableDelayedExpansion
set "HN_GP_CALL=!cmdcmdline!"
"!HN_GP_HOME!app\node.exe" "!HN_GP_HOME!app\bin\launch.js" new "%~nx0" %*
rem 100: Explorer's call. Its other part is no command to run.
if errorlevel 100 exit
