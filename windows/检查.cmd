@echo off
rem A file dragged here may be named with "&" or "^": the call as it came is passed on, since its arguments are cut there.
setlocal DisableDelayedExpansion
set "HN_GP_HOME=%~dp0"
setlocal EnableDelayedExpansion
set "HN_GP_CALL=!cmdcmdline!"
"!HN_GP_HOME!app\node.exe" "!HN_GP_HOME!app\bin\launch.js" check "%~nx0" %*
set "HN_GP_CODE=!errorlevel!"
rem What stands behind an "&" in that call is not to be run as a command.
if not "!HN_GP_CALL:%~nx0=!"=="!HN_GP_CALL!" exit !HN_GP_CODE!
exit /b !HN_GP_CODE!
