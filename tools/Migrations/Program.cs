// Only dotnet-ef starts this project, and it reads DesignTimeContext; see CONTRIBUTING.md.
return 0;
