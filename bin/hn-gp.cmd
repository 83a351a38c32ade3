@echo off
rem For a folder of the package, unpacked: beside it may lie the node.exe to run it with.
setlocal DisableDelayedExpansion
set "HN_GP_PROGRAM=%~f0"
set "HN_GP_NODE=%~dp0..\node.exe"
if not exist "%HN_GP_NODE%" set "HN_GP_NODE=node"
"%HN_GP_NODE%" "%~dp0hn-gp.js" %*
