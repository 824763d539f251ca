System.Console.WriteLine("usage: reading");
